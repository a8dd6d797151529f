import { areaOf, type Formula, formula } from '../formula.ts';
import type { Report } from '../report.ts';
import { quoted } from '../said-formula.ts';
import { type Cell, formulaCell, numberIn, type Sheet } from '../sheet.ts';
import { VALIDATION, VALIDATION_COLUMNS } from '../sheets/validation.ts';
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
  return [title, ...countRows(report, verdicts, counts), ...outsideRow(report)];
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
    ...[calibrated, unrun].filter(([, figure]) => numberIn(figure) !== 0),
  ];
}

function outsideRow({ say, results }: Report): Cell[][] {
  const { study, validations } = results;
  const outside = study.validations.filter((_, at) => {
    const { counts, verdict } = validations[at]!;
    return counts && verdict === 'outside';
  });
  if (outside.length === 0) return [];
  const names = outside.map(({ title, by }) => `${title} (${by})`).join('; ');
  return [sentence(say('Outside: {names}.', { names }))];
}
