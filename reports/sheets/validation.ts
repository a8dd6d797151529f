import type { Validation, ValidationDescription } from '../../engine/index.ts';
import { formatFor, inputFormat } from '../format.ts';
import type { Say } from '../language/say.ts';
import { layOut, type Places } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { type Cell, link, number, type Sheet, text } from '../sheet.ts';
import type { Format } from '../style.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';

/** Name of the sheet. */
export const VALIDATION = 'Validation';

/** Where the columns stand that formulas read. */
export const VALIDATION_COLUMNS = { verdict: 10, counts: 11 } as const;

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
  const { say } = report;
  return layOut(
    {
      name: VALIDATION,
      title: say('How the study compares with what others published'),
      about: tallyText(report),
      notes: [
        say(
          'Nothing was tuned to meet these numbers. A row that was used in calibration is labelled so and does not count; a row that is outside stays, with one line why.',
        ),
        say(
          'Inside means: where one number was published, the 5% to 95% range of the study holds it; where a range was published, the median of the study lies in it; each to half a unit of the last printed digit.',
        ),
        say(
          'Each answer is computed draw by draw, then summarised. Scenarios that only this sheet asks for were run once, as drawn; what they set is on the sheets Scenarios and Levers.',
        ),
      ],
      ...tableOf(columnsOf(say), rowsOf(report, sources)),
      frozenColumns: 2,
      table: VALIDATION,
    },
    say,
  );
}

const columnsOf = (say: Say): readonly TableColumn<Row>[] => [
  words(say('What was estimated'), [26, 32], (row) => row.title, 'cellStrong'),
  words(say('By'), [12, 17], (row) => row.by),
  words(say('Unit'), [8, 16], (row) => row.unit),
  numbers(say('Published, lowest'), (row) => number(row.published.low, row.printed)),
  numbers(say('Published, highest'), (row) => number(row.published.high, row.printed)),
  numbers(say('Study, median'), (row) => figure(row, 'median', 'numberStrong')),
  numbers(say('Study, 5%'), (row) => figure(row, 'p5')),
  numbers(say('Study, 95%'), (row) => figure(row, 'p95')),
  numbers(say('Median, Monte Carlo error'), (row) => errorOf(row)),
  words(say('Verdict'), [10, 12], (row) => verdictText(say, row), 'cellStrong'),
  words(say('Counts'), [10, 14], (row) => countsText(say, row)),
  words(say('Why it differs or agrees'), [34, 37], (row) => row.why),
  words(say('Scenario and comparison'), [24, 26], (row) => row.question),
  { header: say('Source'), from: 14, to: 26, cell: (row) => row.cites },
  words(say('Formula'), [26, 30], (row) => row.formula, 'code'),
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

function verdictText(say: Say, { answer }: Row): string {
  const words = { inside: say('inside'), outside: say('outside'), 'not run': say('not run') };
  return words[answer.verdict];
}

function countsText(say: Say, { answer, usedInCalibration }: Row): string {
  if (usedInCalibration) return say('no: used in calibration');
  return answer.counts ? say('yes') : say('no: not run');
}

/** Says how many of the estimates that count the study agrees with. */
export function tallyText({ results, say }: Report): string {
  const { study, validations } = results;
  if (validations.length === 0) {
    return say('The study names no published estimate to be held beside.');
  }
  const counted = validations.filter((one) => one.counts);
  const inside = counted.filter((one) => one.verdict === 'inside').length;
  const calibrated = study.validations.filter((one) => one.usedInCalibration).length;
  const unrun = validations.filter((one) => one.verdict === 'not run').length;
  return [
    say('Inside {inside} of the {all} published estimates that count.', {
      inside,
      all: counted.length,
    }),
    ...(calibrated > 0 ? [say('Used in calibration: {count}.', { count: calibrated })] : []),
    ...(unrun > 0
      ? [say('Not run, since this run leaves their scenarios out: {count}.', { count: unrun })]
      : []),
  ].join(' ');
}

function rowsOf({ results, say }: Report, sources: Places): Row[] {
  const { study, validations } = results;
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
      question: questionOf(say, one, titleOf),
      cites: place === undefined ? text(source) : link(source, place),
    };
  });
}

function questionOf(
  say: Say,
  { compare, scenario, against }: ValidationDescription,
  titleOf: (name: string) => string,
): string {
  const titles = { scenario: titleOf(scenario), other: titleOf(against) };
  const words = {
    level: say('{scenario}: level', titles),
    relative: say('{scenario}: relative change against {other}', titles),
    difference: say('{scenario}: difference against {other}', titles),
  };
  return words[compare];
}
