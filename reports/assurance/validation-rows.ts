import type { Validation, ValidationDescription } from '../../engine/index.ts';
import { displayed, formatFor, inputFormat } from '../format.ts';
import { areaOf, type Formula, formula } from '../formula.ts';
import type { Say } from '../language/say.ts';
import type { Report } from '../report.ts';
import { quoted } from '../said-formula.ts';
import { blank, type Cell, formulaCell, link, number, numberIn, type Sheet } from '../sheet.ts';
import { VALIDATION, VALIDATION_COLUMNS } from '../sheets/validation.ts';
import type { Format } from '../style.ts';
import { heading, leadsTo, line, sentence } from './line.ts';

/** Tells how many published estimates the study agrees with, and which not; the counts read the sheet Validation. */
export function validationRows(report: Report, sheet: Sheet): Cell[][] {
  const { say } = report;
  const title = heading(say('Validation: is it the right model?'));
  const [table] = sheet.tables;
  if (table === undefined) {
    return [title, sentence(say('The study names no published estimate to be held beside.'))];
  }
  const column = (at: number): Formula => {
    const [top, bottom] = [table.top + 1, table.top + table.rows - 1];
    return [areaOf(VALIDATION, [top, at], [bottom, at])];
  };
  const verdicts = column(VALIDATION_COLUMNS.verdict);
  const counts = column(VALIDATION_COLUMNS.counts);
  return [title, ...countRows(report, verdicts, counts), ...outsideRows(report, table.top)];
}

/** Counts by verdict; what there is none of is not told, but for those inside. */
function countRows({ say, results }: Report, verdicts: Formula, counts: Formula): Cell[][] {
  const { study, validations } = results;
  const counted = validations.filter((one) => one.counts);
  const row = (label: string, live: Formula, value: number, meaning: string) =>
    line(leadsTo(label, VALIDATION), formulaCell(live, value, 'plain-0'), meaning);
  const countOf = (area: Formula, word: string) => formula`COUNTIF(${area},${quoted(word)})`;
  const counting = formula`${counts},${quoted(say('yes'))}`;
  const calibrated = row(
    say('Used in calibration'),
    countOf(counts, say('no: used in calibration')),
    study.validations.filter((one) => one.usedInCalibration).length,
    say('Say nothing about the model, and do not count.'),
  );
  const unrun = row(
    say('Not run'),
    countOf(verdicts, say('not run')),
    validations.filter((one) => one.verdict === 'not run').length,
    say('This run leaves their scenarios out.'),
  );
  const outside = row(
    say('Outside'),
    formula`COUNTIFS(${verdicts},${quoted(say('outside'))},${counting})`,
    counted.filter((one) => one.verdict === 'outside').length,
    say('Each with one line why on the sheet Validation; the names below lead there.'),
  );
  return [
    row(
      say('Published estimates that count'),
      formula`COUNTIF(${counting})`,
      counted.length,
      say("Each beside the study's own answer to the same question; none was tuned to."),
    ),
    row(
      say('Inside'),
      formula`COUNTIFS(${verdicts},${quoted(say('inside'))},${counting})`,
      counted.filter((one) => one.verdict === 'inside').length,
      say('To half a unit of the last digit that was printed.'),
    ),
    ...[calibrated, unrun, outside].filter(([, figure]) => numberIn(figure) !== 0),
  ];
}

/** Names each estimate that is outside, who published it, and what the study says instead. */
function outsideRows({ say, results }: Report, top: number): Cell[][] {
  const { study, validations } = results;
  return study.validations.flatMap((one, at): Cell[][] => {
    const answer = validations[at]!;
    if (!answer.counts || answer.verdict !== 'outside') return [];
    const place = { sheet: VALIDATION, row: top + 1 + at, column: 1 };
    return [line(link(one.by, place), blank('cell'), besideText(say, one, answer))];
  });
}

function besideText(say: Say, one: ValidationDescription, { outcome }: Validation): string {
  const { title, unit, published } = one;
  const points = [outcome!.median, outcome!.p5, outcome!.p95].map(({ value }) => value);
  const shown = (values: readonly (number | null)[], format: Format) =>
    values.map((value) => displayed(number(value, format)));
  const [median, low, high] = shown(points, formatFor(points, { unit }));
  const ends = [published.low, published.high];
  const [lowest, highest] = shown(ends, inputFormat(ends, 6));
  const range = { low: lowest!, high: highest! };
  return say('{title}, {unit}: published {published}, here {median} ({low} to {high})', {
    ...{ title, unit, median: median!, low: low!, high: high! },
    published: lowest === highest ? lowest! : say('{low} to {high}', range),
  });
}
