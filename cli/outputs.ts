import { extname, join } from 'node:path';
import type { Argv } from 'yargs';
import { UsageError } from './exit-code.ts';
import { once, type Typed } from './options.ts';

/** One row per file that a run can write: its option, its ending, and what it is called. */
const KINDS = {
  workbook: { option: 'out', endings: ['.xlsx'], noun: 'a workbook', hasUsual: false },
  page: { option: 'html', endings: ['.html'], noun: 'a page', hasUsual: true },
  markdown: { option: 'markdown', endings: ['.md'], noun: 'a Markdown text', hasUsual: true },
  draws: {
    option: 'draws-file',
    endings: ['.parquet', '.csv'],
    noun: 'a file of draws',
    hasUsual: false,
  },
} as const;

/** A kind of file that a run can write. */
export type OutputKind = keyof typeof KINDS;

const ALL = Object.keys(KINDS) as OutputKind[];

/** What stands on the command line about outputs. */
export type OutputArguments = {
  readonly [Option in (typeof KINDS)[OutputKind]['option']]?: Typed;
};

/** The outputs that are asked for, with the file of each; "" for the usual one. */
export type AskedOutputs = ReadonlyMap<OutputKind, string>;

/** Where a run writes what; `-` is the standard output. */
export type Outputs = ReadonlyMap<OutputKind, string>;

/** In the place of a file: the standard output. */
export const STDOUT = '-';

/** Adds the options that name outputs. */
export function withOutputs<T>(yargs: Argv<T>) {
  return yargs
    .option('out', {
      type: 'string',
      requiresArg: true,
      describe:
        'Workbook to write [default: out/STUDY.xlsx; out/STUDY-preview.xlsx with other draws, seed or scenarios]',
    })
    .option('html', {
      type: 'string',
      describe: 'Also write all of it as one HTML page [default file: out/STUDY.html]',
    })
    .option('markdown', {
      type: 'string',
      describe:
        'Also write a summary for a pull request [default file: out/STUDY.md]; - prints it instead of the table',
    })
    .option('draws-file', {
      type: 'string',
      requiresArg: true,
      describe:
        'Also write every draw for pandas, R or DuckDB, to a file that ends in .parquet or .csv',
    });
}

/**
 * Reads which outputs are asked for; the workbook always is.
 *
 * Errors: UsageError where a file has the ending of something else.
 */
export function readOutputs(args: OutputArguments): AskedOutputs {
  const asked = new Map<OutputKind, string>([['workbook', '']]);
  for (const kind of ALL) {
    const { option, endings, noun, hasUsual } = KINDS[kind];
    const file = once(option, args[option]);
    if (file === undefined) continue;
    const isPrinted = file === STDOUT && kind === 'markdown';
    const isUsual = file === '' && hasUsual;
    const isOfKind = endings.some((ending) => ending === extname(file));
    if (!isPrinted && !isUsual && !isOfKind) {
      throw new UsageError(
        `--${option} names ${noun}, a file that ends in ${endings.join(' or ')}, not "${file}"`,
      );
    }
    asked.set(kind, file);
  }
  return asked;
}

/** Gives each output its file: where none is named, one in out/ named after the study. */
export function placeOutputs(asked: AskedOutputs, name: string): Outputs {
  const usual = (kind: OutputKind) => join('out', `${name}${KINDS[kind].endings[0]}`);
  return new Map([...asked].map(([kind, file]) => [kind, file === '' ? usual(kind) : file]));
}

/** Gives the draws a file beside the workbook, where the workbook cannot hold them and no other file was asked for. */
export function withDrawsFile(outputs: Outputs): Outputs {
  if (outputs.has('draws')) return outputs;
  const workbook = outputs.get('workbook')!;
  const file = `${workbook.slice(0, -extname(workbook).length)}-draws${KINDS.draws.endings[0]}`;
  return new Map([...outputs, ['draws', file]]);
}

/** Lists the files among the outputs. */
export function filesAmong(outputs: Outputs): string[] {
  return [...outputs.values()].filter((file) => file !== STDOUT);
}

/** Explains how an argument came to be missing: an output whose file may be left out took it for that. */
export function takenAsFile(words: readonly string[]): string {
  for (const { option, endings } of [KINDS.page, KINDS.markdown]) {
    const taken = words[words.indexOf(`--${option}`) + 1];
    if (!words.includes(`--${option}`) || taken === undefined) continue;
    if (!taken.startsWith('-') && extname(taken) !== endings[0]) {
      return `: --${option} took "${taken}" for its file; write the study before it`;
    }
  }
  return '';
}
