import type { Argv } from 'yargs';
import { UsageError } from './exit-code.ts';
import type { Format } from './open-study.ts';

/** What the user typed after an option; more than once makes a list. */
export type Typed = string | readonly string[] | undefined;

/** Adds the study that a command is about. */
export function withStudy<T>(yargs: Argv<T>) {
  return yargs.positional('study', {
    type: 'string',
    demandOption: true,
    describe: 'Folder of the study, or its name below scenarios/',
  });
}

/** Adds the choice between text for people and JSON for machines. */
export function withFormat<T>(yargs: Argv<T>) {
  return yargs.option('format', {
    choices: ['text', 'json'] as const satisfies readonly Format[],
    default: 'text' as const satisfies Format,
    requiresArg: true,
    describe: 'Text for people, JSON for machines',
  });
}

/** Takes an option that may be given once. */
export function once(name: string, typed: Typed): string | undefined {
  if (typeof typed === 'object') throw new UsageError(`--${name} is given more than once`);
  return typed;
}

/** Reads an option that is a whole number between bounds. */
export function wholeNumber(
  name: string,
  typed: Typed,
  [low, high]: readonly [number, number],
): number | undefined {
  const text = once(name, typed);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^[1-9]\d*$/.test(text) && value >= low && value <= high) return value;
  const range = `from ${low} to ${high.toLocaleString('en-US')}`;
  throw new UsageError(`--${name} must be a whole number ${range}, not "${text}"`);
}
