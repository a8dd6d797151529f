import type { Results } from '../engine/index.ts';
import { uninterrupted } from './interrupt.ts';
import { type OutputKind, type Outputs, STDOUT } from './outputs.ts';
import { writeFileWhole } from './write-file.ts';

type Pieces = Iterable<Uint8Array>;

/** Writes every output of a run, each file whole; what goes to the standard output is printed there. */
export async function writeOutputs(
  outputs: Outputs,
  results: Results,
  inputs: readonly string[],
): Promise<void> {
  const { writeHtml, writeMarkdown, writeReport } = await import('../reports/index.ts');
  const workbook = outputs.get('workbook')!;
  const makers: Readonly<Record<OutputKind, () => Pieces | Promise<Pieces>>> = {
    workbook: () => writeReport(results),
    page: () => writeHtml(results),
    markdown: () => writeMarkdown(results, workbook),
  };
  for (const [kind, file] of outputs) {
    const pieces = await makers[kind]();
    if (file === STDOUT) process.stdout.write(Buffer.concat([...pieces]));
    else uninterrupted(() => writeFileWhole(file, pieces, inputs));
  }
}
