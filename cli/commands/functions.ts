import type { CommandModule } from 'yargs';
import type { Format } from '../open-study.ts';
import { withFormat } from '../options.ts';
import { print, printJson, tableWidth } from '../terminal.ts';
import { layOutTable, type TextCell, widthOf, wrapWords } from '../text-table.ts';

interface FunctionsArguments {
  readonly format: Format;
}

function cell(text: string): TextCell {
  return { text, side: 'left' };
}

async function functions({ format }: FunctionsArguments): Promise<void> {
  const { FUNCTIONS } = await import('../../engine/index.ts');
  if (format === 'json') {
    printJson(FUNCTIONS.map(({ name, form, about }) => ({ name, form, about })));
    return;
  }
  const forms = FUNCTIONS.map(({ form }) => cell(form));
  const room = tableWidth(process.stdout) - widthOf(forms) - 2;
  const rows = FUNCTIONS.flatMap(({ about }, index) =>
    wrapWords(about, room).map((line, at) => [at === 0 ? forms[index]! : cell(''), cell(line)]),
  );
  print(layOutTable(rows));
}

/** Lists the functions of the formula language. */
export const functionsCommand: CommandModule<object, FunctionsArguments> = {
  command: 'functions',
  describe: 'List every function that formulas may use',
  builder: (yargs) => withFormat(yargs).example('$0 functions', 'Their form and what they do'),
  handler: functions,
};
