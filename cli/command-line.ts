import yargs, { type CommandModule } from 'yargs';
import { checkCommand } from './commands/check.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand } from './commands/explain.ts';
import { functionsCommand } from './commands/functions.ts';
import { inspectCommand } from './commands/inspect.ts';
import { lockCommand } from './commands/lock.ts';
import { newCommand } from './commands/new.ts';
import { resolveCommand } from './commands/resolve.ts';
import { runCommand } from './commands/run.ts';
import { schemaCommand } from './commands/schema.ts';
import { testCommand } from './commands/test.ts';
import { verifyCommand } from './commands/verify.ts';
import { watchCommand } from './commands/watch.ts';
import { UsageError } from './exit-code.ts';
import { takenAsFile } from './outputs.ts';
import { packageVersion } from './package-folder.ts';
import { tableWidth } from './terminal.ts';

const EXIT_CODES = [
  'Exit codes: 0 fine, 1 the files are wrong or a test fails, 2 the results are not as locked,',
  '64 usage, 70 a bug of ours, 74 input or output, 130 interrupted, 143 terminated.',
  'NO_COLOR turns colours off.',
].join('\n');

/** One row per command. Each knows its own arguments; here they are all alike. */
const COMMANDS = [
  runCommand,
  checkCommand,
  testCommand,
  lockCommand,
  verifyCommand,
  watchCommand,
  explainCommand,
  diffCommand,
  resolveCommand,
  schemaCommand,
  inspectCommand,
  functionsCommand,
  newCommand,
] as object[] as CommandModule[];

/** Gives the command that a command line names; "" where it names none. */
export function commandIn([first = '']: readonly string[]): string {
  return COMMANDS.some(({ command }) => String(command).split(' ')[0] === first) ? first : '';
}

const MISSING = /^Not enough non-option arguments|^Missing required argument/;
const MEANT = /^Did you mean (.+)\?$/;
const CHOICE = /Argument: (.+), Given: (.+), Choices: (.+)/;

/** Says what the parser found in words that help. */
function explain(message: string, words: readonly string[]): string {
  if (MISSING.test(message)) return `an argument is missing${takenAsFile(words)}`;
  const meant = MEANT.exec(message)?.[1];
  if (meant !== undefined) return `there is no command "${words[0]}"; did you mean "${meant}"?`;
  const [, argument, given, choices] = CHOICE.exec(message) ?? [];
  if (argument !== undefined) return `${argument} cannot be ${given}; choose from ${choices}`;
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** Lets a lone dash be the value of the option before it: the parser takes it for an argument of its own. */
function withDashes(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    if (word === '-' && isOption(words[at - 1])) return [];
    return words[at + 1] === '-' && isOption(word) ? [`${word}=-`] : [word];
  });
}

function isOption(word = ''): boolean {
  return /^--[a-z-]+$/.test(word);
}

/** Reads the command line and does what it asks for. */
export async function obey(words: readonly string[]): Promise<void> {
  await yargs(withDashes(words))
    .scriptName('parley')
    .usage(
      '$0 COMMAND\n\nSimulates policy scenarios written in YAML and compares them in an Excel workbook.',
    )
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .command(COMMANDS)
    .option('debug', { type: 'boolean', describe: 'Print where a bug of ours happened' })
    .demandCommand(1, 1, 'a command is missing', 'one command at a time')
    .strict()
    .recommendCommands()
    .locale('en')
    .version(packageVersion())
    .alias({ help: 'h', version: 'v' })
    .example('$0 new my-question', 'Start a study')
    .example('$0 run my-question', 'Run it')
    .epilogue(EXIT_CODES)
    .wrap(Math.min(100, tableWidth(process.stdout)))
    .exitProcess(false)
    .fail((message: string | null, error?: Error) => {
      if (error !== undefined && error.name !== 'YError') throw error;
      throw new UsageError(explain(message ?? error?.message ?? '', words));
    })
    .parseAsync();
}
