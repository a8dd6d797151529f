import type { Language, Results } from '../engine/index.ts';
import { uninterrupted } from './interrupt.ts';
import { type Output, type OutputKind, STDOUT } from './outputs.ts';
import { writeFileWhole } from './write-file.ts';

type Pieces = Iterable<Uint8Array>;

/** Writes every output of a run, each file whole; what goes to the standard output is printed there. */
export async function writeOutputs(
  outputs: readonly Output[],
  results: Results,
  inputs: readonly string[],
): Promise<void> {
  const { writeHtml, writeMarkdown, writeReport } = await import('../reports/index.ts');
  const workbookIn = (language: Language) =>
    outputs.find((one) => one.kind === 'workbook' && one.language === language)!.file;
  const makers: Readonly<Record<OutputKind, (language: Language) => Pieces | Promise<Pieces>>> = {
    workbook: (language) => writeReport(results, language),
    page: (language) => writeHtml(results, language),
    markdown: (language) => writeMarkdown(results, workbookIn(language), language),
  };
  for (const { kind, language, file } of outputs) {
    const pieces = await makers[kind](language);
    if (file === STDOUT) process.stdout.write(Buffer.concat([...pieces]));
    else uninterrupted(() => writeFileWhole(file, pieces, inputs));
  }
}
