import { dirname, extname, relative } from 'node:path';
import type { LockState, Results } from '../engine/index.ts';
import type { DrawsEnding, Pieces } from '../reports/index.ts';
import {
  firstOf,
  type OutputKind,
  type OutputsByLanguage,
  STDOUT,
  withDrawsFile,
} from './outputs.ts';
import { type Progress, showProgress } from './progress.ts';
import { writeFileInTurns } from './write-file.ts';

/**
 * Writes every output of a run, each file whole; what goes to the standard output is printed there.
 * Shape: the outputs that were written: draws that do not fit the workbook have a file of their own.
 */
export async function writeOutputs(
  asked: OutputsByLanguage,
  results: Results,
  { inputs, lock }: { readonly inputs: readonly string[]; readonly lock: LockState | null },
): Promise<OutputsByLanguage> {
  const reports = await import('../reports/index.ts');
  const isWhole = reports.drawsFit(results);
  const outputs = isWhole ? asked : withDrawsFile(asked);
  const draws = firstOf(outputs).get('draws') ?? '';
  const bar = barOf(results.study.name);
  for (const [language, files] of outputs) {
    const workbook = files.get('workbook')!;
    const drawsFile = isWhole ? null : relative(dirname(workbook), draws);
    const settings = { language, drawsFile, lock, onProgress: bar.update };
    const report = reports.reportOn(results, settings);
    const makers: Readonly<Record<OutputKind, () => Pieces | Promise<Pieces>>> = {
      ...report,
      markdown: () => report.markdown(workbook),
      draws: () => reports.writeDraws(results, extname(draws) as DrawsEnding),
    };
    for (const [kind, file] of files) {
      const pieces = await makers[kind]();
      if (file === STDOUT) process.stdout.write(Buffer.concat([...pieces]));
      else await writeFileInTurns(file, pieces, inputs, bar.finish);
      bar.finish();
    }
  }
  return outputs;
}

/** A bar that learns how much there is to do when some of it is done. */
function barOf(name: string) {
  let bar: Progress | undefined;
  return {
    update: (done: number, all: number) => {
      bar ??= showProgress(`${name}: workbook`, all);
      bar.update(done);
    },
    finish: () => {
      bar?.finish();
      bar = undefined;
    },
  };
}
