#!/usr/bin/env node
import { commandIn, obey } from './command-line.ts';
import { EXIT } from './exit-code.ts';
import { reasonOf } from './file-error.ts';
import { reportError } from './report-error.ts';

const words = process.argv.slice(2);

/** A reader that has seen enough, such as `head`, is no failure; a full disk is one. */
function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.exitCode = EXIT.inputOutput;
  process.stderr.write(`error: cannot write the output: ${reasonOf(error)}\n`);
}

/** Tells what the user wants to read even where the command line cannot be understood. */
function wantsJson(): boolean {
  return words.some(
    (word, at) =>
      /^--(format|reporter)=json$/.test(word) ||
      (word === 'json' && /^--(format|reporter)$/.test(words[at - 1] ?? '')),
  );
}

/** Says what went wrong, for people or for machines, and gives the exit code. */
function report(error: unknown): number {
  return reportError(error, {
    format: wantsJson() ? 'json' : 'text',
    debug: words.includes('--debug'),
    command: commandIn(words),
  });
}

process.stdout.on('error', onOutputError);
process.stderr.on('error', () => {});
// Else the system ends the process where a file may not grow, instead of saying so.
process.on('SIGXFSZ', () => {});
// What fails where nobody waits for it, such as a thread between two orders, ends the process too.
process.on('uncaughtException', (error) => process.exit(report(error)));

try {
  await obey(words);
} catch (error) {
  process.exitCode = report(error);
}
