import type { Comparison, Figure } from '../../engine/index.ts';
import { number, text } from '../sheet.ts';
import type { Ledger, PlacedTable } from './ledger.ts';
import type { Scene } from './scene.ts';

/** Monte Carlo errors, one row for each column of the draws as drawn. */
export type Errors = PlacedTable<'row' | 'column' | ErrorKey>;
export type ErrorKey = 'median' | 'low' | 'high' | 'mean' | 'change' | 'beats';

/** Places the Monte Carlo errors that the engine found from the replicates of the sample. */
export function placeErrors(ledger: Ledger, scene: Scene): Errors {
  const { say } = scene.report;
  const { scenarios } = scene.report.results.study;
  const rows = scene.measures.flatMap((_, m) =>
    scenarios.map(({ name }) => ({
      found: scene.find(scene.measure(m).name, name, null),
      label: `${scene.measure(m).name} | ${name}`,
    })),
  );
  const error = (
    key: ErrorKey,
    header: string,
    pick: (item: Comparison) => Figure | null | undefined,
  ) => ({
    ...{ key, header },
    cell: (at: number) => {
      const { found } = rows[at]!;
      return number((found && pick(found)?.error) ?? null, 'general', 'numberFree');
    },
  });
  ledger.heading(say('Monte Carlo errors, by column of draws'));
  return ledger.table<keyof Errors>(
    [
      { key: 'row', header: say('Measure and scenario'), cell: (at) => text(rows[at]!.label) },
      {
        key: 'column',
        header: say('Column of draws'),
        cell: (at) => number(at + 1, 'plain-0', 'numberQuiet'),
      },
      error('median', say('Median'), ({ outcome }) => outcome.median),
      error('low', '5%', ({ outcome }) => outcome.p5),
      error('high', '95%', ({ outcome }) => outcome.p95),
      error('mean', say('Mean'), ({ outcome }) => outcome.mean),
      error(
        'change',
        say('Mean change against the baseline'),
        (item) => item.againstBaseline?.mean,
      ),
      error('beats', say('Share better than the baseline'), (item) => item.beatsBaseline),
    ],
    rows.length,
  );
}
