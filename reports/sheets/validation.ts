import type { Results, Validation, ValidationDescription } from '../../engine/index.ts';
import { formatFor, inputFormat } from '../format.ts';
import { layOut, type Places } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { type Cell, link, number, type Sheet, text } from '../sheet.ts';
import type { Format } from '../style.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';

/** One row: what was published, and what the study says. */
interface Row extends ValidationDescription {
  readonly answer: Validation;
  readonly level: Format;
  readonly printed: Format;
  readonly question: string;
  readonly cites: Cell;
}

/** Holds the study's own answers beside what others published. */
export function validationSheet(report: Report, sources: Places): Sheet {
  const { results, say } = report;
  return layOut(
    {
      name: 'Validation',
      title: 'How the study compares with what others published',
      about: tallyText(results),
      notes: [
        'Nothing was tuned to meet these numbers. A row that was used in calibration is labelled so and does not count; a row that is outside stays, with one line why.',
        'Inside means: where one number was published, the 5% to 95% range of the study holds it; where a range was published, the median of the study lies in it; each to half a unit of the last printed digit.',
        'Each answer is computed draw by draw, then summarised. Scenarios that only this sheet asks for were run once, as drawn; what they set is on the sheets Scenarios and Levers.',
      ],
      ...tableOf(COLUMNS, rowsOf(results, sources)),
      frozenColumns: 2,
      table: 'Validation',
    },
    say,
  );
}

const COLUMNS: readonly TableColumn<Row>[] = [
  words('What was estimated', [30, 40], (row) => row.title, 'cellStrong'),
  words('By', [16, 26], (row) => row.by),
  words('Unit', [8, 16], (row) => row.unit),
  numbers('Published, lowest', (row) => number(row.published.low, row.printed)),
  numbers('Published, highest', (row) => number(row.published.high, row.printed)),
  numbers('Study, median', (row) => figure(row, 'median', 'numberStrong')),
  numbers('Study, 5%', (row) => figure(row, 'p5')),
  numbers('Study, 95%', (row) => figure(row, 'p95')),
  numbers('Median, Monte Carlo error', (row) => errorOf(row)),
  words('Verdict', [10, 12], (row) => row.answer.verdict, 'cellStrong'),
  words('Counts', [10, 14], (row) => countsText(row)),
  words('Why it differs or agrees', [40, 56], (row) => row.why),
  words('Scenario and comparison', [28, 40], (row) => row.question),
  { header: 'Source', from: 14, to: 30, cell: (row) => row.cites },
  words('Formula', [36, 56], (row) => row.formula, 'code'),
];

function figure(
  row: Row,
  point: 'p5' | 'median' | 'p95',
  style: 'number' | 'numberStrong' = 'number',
): Cell {
  return number(row.answer.outcome?.[point].value ?? null, row.level, style);
}

function errorOf({ answer }: Row): Cell {
  const error = answer.outcome?.median.error ?? null;
  return number(error, formatFor([error], { digits: 2 }), 'numberQuiet');
}

function countsText({ answer, usedInCalibration }: Row): string {
  if (usedInCalibration) return 'no: used in calibration';
  return answer.counts ? 'yes' : 'no: not run';
}

/** Says how many of the estimates that count the study agrees with. */
export function tallyText({ study, validations }: Results): string {
  if (validations.length === 0) return 'The study names no published estimate to be held beside.';
  const counted = validations.filter((one) => one.counts);
  const inside = counted.filter((one) => one.verdict === 'inside').length;
  const calibrated = study.validations.filter((one) => one.usedInCalibration).length;
  const unrun = validations.filter((one) => one.verdict === 'not run').length;
  return [
    `Inside ${inside} of the ${counted.length} published estimates that count.`,
    ...(calibrated > 0 ? [`Used in calibration: ${calibrated}.`] : []),
    ...(unrun > 0 ? [`Not run, since this run leaves their scenarios out: ${unrun}.`] : []),
  ].join(' ');
}

function rowsOf({ study, validations }: Results, sources: Places): Row[] {
  const scenarios = [...study.scenarios, ...study.validationScenarios];
  const titleOf = (name: string) => scenarios.find((one) => one.name === name)?.title ?? name;
  return study.validations.map((one, index) => {
    const answer = validations[index]!;
    const { published, unit, source } = one;
    const points = (['p5', 'median', 'p95'] as const).map((point) => answer.outcome?.[point].value);
    const place = sources.get(source);
    return {
      ...one,
      answer,
      level: formatFor(
        points.map((value) => value ?? null),
        { unit },
      ),
      printed: inputFormat([published.low, published.high], 6),
      question: questionOf(one, titleOf),
      cites: place === undefined ? text(source) : link(source, place),
    };
  });
}

function questionOf(
  { compare, scenario, against }: ValidationDescription,
  titleOf: (name: string) => string,
): string {
  if (compare === 'level') return `${titleOf(scenario)}: level`;
  const kind = compare === 'relative' ? 'relative change' : 'difference';
  return `${titleOf(scenario)}: ${kind} against ${titleOf(against)}`;
}
