import type { Driver } from '../../engine/index.ts';
import { measureFormats } from '../compared.ts';
import { inputNames } from '../input-abouts.ts';
import { scenarioInRole } from '../labels.ts';
import type { Say } from '../language/say.ts';
import { layOut, type Places } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { link, number, type Place, type Sheet, text } from '../sheet.ts';
import { DRIVER_ERRORS, MOST_DRIVERS, strongestDrivers } from '../strongest-drivers.ts';
import type { Format } from '../style.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';
import { drawnTogether } from './drawn-together.ts';

interface Row {
  readonly measure: string;
  readonly unit: string;
  readonly rank: number;
  readonly driver: Driver;
  readonly place: Place | undefined;
  readonly about: string;
  readonly formats: { readonly level: Format; readonly error: Format };
}

/** Ranks the uncertainties that move each measure, as far as they can be told from chance. */
export function driversSheet(report: Report, assumptions: Places): Sheet {
  const { say } = report;
  return layOut(
    {
      name: 'Drivers',
      title: say('Which uncertainties matter'),
      about: say(
        'What each measure comes to, in its unit, where an uncertainty lies in its lowest and in its highest fifth: means over the draws of the baseline.',
      ),
      notes: notesOf(report),
      ...tableOf(columnsOf(say), rowsOf(report, assumptions)),
      frozenColumns: 3,
      table: 'Drivers',
    },
    say,
  );
}

function notesOf(report: Report): string[] {
  const { results, say } = report;
  const together = drawnTogether(report);
  const isShared = results.drivers.some(({ uncertainty }) => together.has(uncertainty));
  const notes = [
    say(
      'At most {count} for each measure, the one that moves it furthest first. Left out is what does not vary or cannot be told from chance: a rank correlation (Spearman, from -1 to 1) within {errors} of its Monte Carlo errors. All of them are on the sheet Correlations, those of other scenarios on the dashboard.',
      { count: MOST_DRIVERS, errors: DRIVER_ERRORS },
    ),
  ];
  if (isShared) {
    notes.push(
      say(
        'Uncertainties that are drawn together (see the sheet Assumptions) share what they move: part of the work of one may be that of another.',
      ),
    );
  }
  return notes;
}

const columnsOf = (say: Say): readonly TableColumn<Row>[] => [
  words(say('Measure'), [30, 46], (row) => row.measure, 'cellStrong'),
  numbers(say('Rank'), (row) => number(row.rank, 'plain-0', 'numberQuiet')),
  {
    header: say('Uncertainty'),
    from: 28,
    to: 46,
    cell: ({ place, driver }) =>
      place === undefined ? text(driver.uncertainty) : link(driver.uncertainty, place),
  },
  words(say('Unit'), [8, 16], (row) => row.unit),
  numbers(say('Mean where it is lowest'), ({ driver, formats }) =>
    number(driver.lowest.value, formats.level, 'numberStrong'),
  ),
  numbers(say('Lowest ±'), ({ driver, formats }) =>
    number(driver.lowest.error, formats.error, 'numberQuiet'),
  ),
  numbers(say('Mean where it is highest'), ({ driver, formats }) =>
    number(driver.highest.value, formats.level, 'numberStrong'),
  ),
  numbers(say('Highest ±'), ({ driver, formats }) =>
    number(driver.highest.error, formats.error, 'numberQuiet'),
  ),
  numbers(say('Rank correlation'), ({ driver }) => number(driver.correlation.value, 'signed-2')),
  numbers(say('Rank correlation ±'), ({ driver }) =>
    number(driver.correlation.error, 'plain-3', 'numberQuiet'),
  ),
  words(say('What it is'), [30, 60], (row) => row.about, 'cellQuiet'),
];

function rowsOf({ results }: Report, assumptions: Places): Row[] {
  const nameOf = inputNames(results);
  const find = strongestDrivers(results);
  const formats = measureFormats(results);
  const baseline = scenarioInRole(results, 'baseline');
  return results.study.measures.flatMap(({ name, title, unit }) => {
    const { level, levelError: error } = formats.get(name)!;
    return find(name, baseline).map((driver, at) => ({
      ...{ measure: title, unit, rank: at + 1, driver, formats: { level, error } },
      place: assumptions.get(driver.uncertainty),
      about: nameOf(driver.uncertainty),
    }));
  });
}
