import type { Driver } from '../../engine/index.ts';
import { blank, type Cell, number, text } from '../sheet.ts';
import { MOST_DRIVERS, strongestDrivers } from '../strongest-drivers.ts';
import { driverNames, type NameDriver } from './driver-names.ts';
import type { Ledger, LedgerColumn, PlacedTable } from './ledger.ts';
import type { Scene } from './scene.ts';

/** The strongest drivers of every measure in every scenario, one row for each column of the draws as drawn. */
export interface DriverRows {
  readonly table: PlacedTable<DriverKey>;
  readonly drivers: readonly (readonly Driver[])[];
  readonly nameOf: NameDriver;
}

type DriverKey = 'row' | 'column' | `${DriverPart} ${number}`;
type DriverPart = 'name' | 'lowest' | 'highest';
/** Places the strongest drivers; null where nothing is uncertain. */
export function placeDrivers(ledger: Ledger, scene: Scene): DriverRows | null {
  const { say, results } = scene.report;
  const find = strongestDrivers(results);
  const pairs = results.study.measures.flatMap((measure) =>
    results.study.scenarios.map((scenario) => [measure.name, scenario.name] as const),
  );
  const drivers = pairs.map(([measure, scenario]) => find(measure, scenario));
  if (drivers.every((found) => found.length === 0)) return null;
  ledger.heading(say('What moves each measure most, by column of draws'));
  const nameOf = driverNames(results);
  const label = (at: number) => text(pairs[at]!.join(' | '));
  const table = ledger.table<DriverKey>(
    [
      { key: 'row', header: say('Measure and scenario'), cell: label },
      { key: 'column', header: say('Column of draws'), cell: (at) => number(at + 1, 'plain-0') },
      ...partColumns('name', { drivers, nameOf }, (rank) => say('Driver {rank}', { rank })),
      ...partColumns('lowest', { drivers, nameOf }, (rank) =>
        say('Mean where {rank} is lowest', { rank }),
      ),
      ...partColumns('highest', { drivers, nameOf }, (rank) =>
        say('Mean where {rank} is highest', { rank }),
      ),
    ],
    pairs.length,
  );
  return { table, drivers, nameOf };
}

function partColumns(
  part: DriverPart,
  { drivers, nameOf }: Omit<DriverRows, 'table'>,
  header: (rank: number) => string,
): LedgerColumn<DriverKey>[] {
  return Array.from({ length: MOST_DRIVERS }, (_, k) => ({
    key: `${part} ${k}` as const,
    header: header(k + 1),
    cell: (at: number): Cell => {
      const driver = drivers[at]![k];
      if (driver === undefined) return blank('cell');
      return part === 'name'
        ? text(nameOf(driver))
        : number(driver[part].value, 'general', 'numberFree');
    },
  }));
}
