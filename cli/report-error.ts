import { inspect } from 'node:util';
import { EXIT, UsageError } from './exit-code.ts';
import { FileError } from './file-error.ts';
import { type Format, framesOf, StudyProblems } from './open-study.ts';
import { problemsAsData } from './show-problems.ts';
import { coloursFor, printJson, remark } from './terminal.ts';

/** How much is said of an error, and where the user finds the usage. */
export interface ErrorStyle {
  readonly format: Format;
  readonly debug: boolean;
  /** The command whose help is pointed to; "" for the program itself. */
  readonly command: string;
}

/** Says what went wrong, in the way that its kind asks for, and gives the exit code. */
export function reportError(error: unknown, style: ErrorStyle): number {
  if (error instanceof StudyProblems) return reportProblems(error, style);
  if (error instanceof UsageError) {
    const help = ['parley', style.command, '--help'].filter((word) => word !== '').join(' ');
    return say(`${error.message}\n\nSee: ${help}`, EXIT.usage);
  }
  if (error instanceof FileError) return say(error.message, EXIT.inputOutput);
  if (isOutOfMemory(error)) {
    const what = 'there is not enough memory for this run; use fewer draws';
    return say(`${what} (${(error as Error).message})`, EXIT.inputOutput);
  }
  return reportBug(error, style);
}

function say(message: string, code: number): number {
  const { red, bold } = coloursFor(process.stderr);
  remark(`${bold(red('error:'))} ${message}`);
  return code;
}

function reportProblems({ study, problems }: StudyProblems, { format }: ErrorStyle): number {
  if (format === 'json') printJson({ folder: study.folder, ...problemsAsData(problems) });
  else remark(framesOf(study, problems, process.stderr));
  return EXIT.filesWrong;
}

/** Numbers live outside the heap, so a lack of memory shows as a refused allocation. */
function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY' || isOutOfMemory(error.cause)) return true;
  return (
    error instanceof RangeError &&
    /buffer allocation failed|invalid (typed array|array buffer) length/i.test(message)
  );
}

function reportBug(error: unknown, { debug }: ErrorStyle): number {
  const text = error instanceof Error ? error.message : String(error);
  const more = debug ? inspect(error) : 'The same command with --debug prints where.';
  return say(
    `${text}\n\nThis is a bug in parley, not in your files. Please report it, with the command and the study.\n${more}`,
    EXIT.bug,
  );
}
