import type { AssumptionDescription, Driver, Results } from '../../engine/index.ts';
import { fullName, scenarioInRole } from '../labels.ts';
import type { Say } from '../language/say.ts';
import { layOut, type Places } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { link, number, type Place, type Sheet, text } from '../sheet.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';
import { drawnTogether } from './drawn-together.ts';

const CLEAR = 5;

const sharedNote = (say: Say) =>
  say(
    'Uncertainties that are drawn together (see the sheet Assumptions) share what they move: part of the correlation of one may be the work of another.',
  );

interface Row {
  readonly measure: string;
  readonly rank: number;
  readonly driver: Driver;
  readonly place: Place | undefined;
  readonly about: string;
}

/** Ranks the uncertainties behind each measure. */
export function driversSheet(report: Report, assumptions: Places): Sheet {
  const { results, say } = report;
  const together = drawnTogether(report);
  const isShared = results.drivers.some(({ uncertainty }) => together.has(uncertainty));
  return layOut(
    {
      name: 'Drivers',
      title: say('Which uncertainties matter'),
      about: say(
        'Rank correlation (Spearman, from -1 to 1, no unit) of each uncertainty with each measure, for the baseline as drawn.',
      ),
      notes: [
        say(
          'Sorted by size within each measure; the {count} strongest are in bold and say "top {count}". A correlation within two Monte Carlo errors of zero says nothing.',
          { count: CLEAR },
        ),
        ...(isShared ? [sharedNote(say)] : []),
      ],
      ...tableOf(columnsOf(say), rowsOf(results, assumptions)),
      frozenColumns: 3,
      table: 'Drivers',
    },
    say,
  );
}

const isTop = (row: Row) => row.rank <= CLEAR && row.driver.correlation.value !== null;
const strength = (row: Row) => (isTop(row) ? 'cellStrong' : 'cell');

const columnsOf = (say: Say): readonly TableColumn<Row>[] => [
  { header: say('Measure'), from: 30, to: 46, cell: (row) => text(row.measure, strength(row)) },
  numbers(say('Rank'), (row) => number(row.rank, 'plain-0', 'numberQuiet')),
  {
    header: say('Uncertainty'),
    from: 28,
    to: 46,
    cell: (row) =>
      row.place === undefined
        ? text(row.driver.uncertainty, strength(row))
        : link(row.driver.uncertainty, row.place),
  },
  numbers(say('Rank correlation'), (row) =>
    number(row.driver.correlation.value, 'signed-2', isTop(row) ? 'numberStrong' : 'number'),
  ),
  numbers(say('Monte Carlo error'), (row) =>
    number(row.driver.correlation.error, 'plain-3', 'numberQuiet'),
  ),
  {
    header: say('Strength'),
    from: 10,
    to: 12,
    cell: (row) => text(isTop(row) ? say('top {count}', { count: CLEAR }) : '', strength(row)),
  },
  words(say('Reading'), [34, 40], (row) => readingOf(say, row.driver)),
  words(say('What it is'), [30, 60], (row) => row.about, 'cellQuiet'),
];

function rowsOf(results: Results, assumptions: Places): Row[] {
  const inputs = new Map<string, AssumptionDescription>(
    results.study.assumptions.map((item) => [fullName(item), item]),
  );
  return results.study.measures.flatMap((measure) =>
    driversOf(results, measure.name).map((driver, index) => ({
      measure: measure.title,
      rank: index + 1,
      driver,
      place: assumptions.get(driver.uncertainty),
      about: inputs.get(driver.uncertainty)?.about ?? '',
    })),
  );
}

/** Sorts what drives a measure in the baseline, strongest first; ties by name, unknown last. */
export function driversOf(results: Results, measure: string): Driver[] {
  const baseline = scenarioInRole(results, 'baseline');
  const size = (driver: Driver) => sizeOf(driver.correlation.value);
  return results.drivers
    .filter((driver) => driver.measure === measure && driver.scenario === baseline)
    .sort((a, b) => size(b) - size(a) || (a.uncertainty < b.uncertainty ? -1 : 1));
}

/** An uncertainty that does not vary comes after all that do. */
function sizeOf(value: number | null): number {
  return value === null ? -1 : Math.abs(value);
}

function readingOf(say: Say, { correlation: { value, error } }: Driver): string {
  if (value === null) return say('does not vary');
  if (error !== null && Math.abs(value) <= 2 * error) return say('within Monte Carlo error');
  return value > 0 ? say('higher value, higher measure') : say('higher value, lower measure');
}
