import type { Argv } from 'yargs';

/** For whom a command reports: a person, a program, an annotated change, a CI server, a code scanner, a page. */
export type Reporter = 'human' | 'json' | 'github' | 'junit' | 'sarif' | 'markdown';

/** Adds the choice among the reporters that a command has. */
export function withReporter<T>(yargs: Argv<T>, reporters: readonly Reporter[]) {
  return yargs.option('reporter', {
    choices: reporters,
    default: 'human' as Reporter,
    requiresArg: true,
    describe: 'Who reads the report',
  });
}
