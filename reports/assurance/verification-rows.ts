import { CHECK_RESULTS } from '../checks.ts';
import { displayed } from '../format.ts';
import { formula } from '../formula.ts';
import type { Report } from '../report.ts';
import { type Cell, formulaCell, number, type Sheet, text } from '../sheet.ts';
import { CHECKS } from '../sheets/checks.ts';
import { byHand, heading, leadsTo, line } from './line.ts';

/** Tells what held while the model was computed, and what only others can tell. */
export function verificationRows(report: Report, sheets: readonly Sheet[]): Cell[][] {
  const { say, results } = report;
  const { study } = results;
  return [
    heading(say('Verification: is the model computed as it was meant?')),
    ...heldRows(report),
    workbookRow(report, sheets),
    line(
      text(say('Model tests')),
      number(study.tests, 'plain-0'),
      say(
        'Stand beside the model. A run does not run them: "parley test {study}" does. Outcome and date:',
        { study: study.name },
      ),
      byHand(),
    ),
  ];
}

function workbookRow({ say }: Report, sheets: readonly Sheet[]): Cell[] {
  const count = sheets.reduce((sum, { checks }) => sum + checks.length, 0);
  return line(
    leadsTo(say('Checks of this workbook'), CHECKS),
    formulaCell(formula`COUNTIF(${CHECK_RESULTS},TRUE)`, count, 'plain-0'),
    say('Hold, of {count}; counted anew whenever the workbook is computed.', { count }),
  );
}

function heldRows({ say, results }: Report): Cell[][] {
  const { held, provenance, study } = results;
  const times = held.simulations * provenance.draws * study.steps.length;
  const counted = (value: number) => displayed(number(value, 'plain-0'));
  const checks = line(
    leadsTo(say('Checks of the model'), 'Equations'),
    number(held.checks, 'plain-0'),
    held.checks === 0
      ? say('The model has none.')
      : say(
          'Held in each of {simulations} simulations x {draws} draws x {steps} steps, {times} times in all: where one does not hold, there is no workbook.',
          {
            simulations: counted(held.simulations),
            draws: counted(provenance.draws),
            steps: counted(study.steps.length),
            times: counted(held.checks * times),
          },
        ),
  );
  if (held.unknowns === 0) return [checks];
  const unknowns = line(
    leadsTo(say('Unknowns solved for'), 'Equations'),
    number(held.unknowns, 'plain-0'),
    say('Solved to their tolerance in each of them: where one is not, there is no workbook.'),
  );
  return [checks, unknowns];
}
