import type { Results } from '../engine/index.ts';
import type { Pieces } from '../reports/index.ts';
import { uninterrupted } from './interrupt.ts';
import { type OutputKind, type Outputs, STDOUT } from './outputs.ts';
import { writeFileWhole } from './write-file.ts';

/** Writes every output of a run, each file whole; what goes to the standard output is printed there. */
export async function writeOutputs(
  outputs: Outputs,
  results: Results,
  inputs: readonly string[],
): Promise<void> {
  const { reportOn } = await import('../reports/index.ts');
  const report = reportOn(results);
  const makers: Readonly<Record<OutputKind, () => Pieces | Promise<Pieces>>> = {
    ...report,
    markdown: () => report.markdown(outputs.get('workbook')!),
  };
  for (const [kind, file] of outputs) {
    const pieces = await makers[kind]();
    if (file === STDOUT) process.stdout.write(Buffer.concat([...pieces]));
    else uninterrupted(() => writeFileWhole(file, pieces, inputs));
  }
}
