import type { Argv } from 'yargs';

/** For whom a command reports: a person, a program, an annotated change, a CI server, a code scanner, a page. */
export type Reporter = 'human' | 'json' | 'github' | 'junit' | 'sarif' | 'markdown';

/** Adds the choice among the reporters that a command has. */
export function withReporter<T, R extends Reporter>(yargs: Argv<T>, reporters: readonly R[]) {
  return yargs.option('reporter', {
    choices: reporters,
    default: 'human' as R,
    requiresArg: true,
    describe: 'Who reads the report',
  });
}
