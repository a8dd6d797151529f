import { areaOf, type Formula, formula } from '../formula.ts';
import { inputNames } from '../input-abouts.ts';
import { fullName } from '../labels.ts';
import type { Report } from '../report.ts';
import { quoted } from '../said-formula.ts';
import { type Cell, formulaCell, number, type Sheet } from '../sheet.ts';
import { ASSUMPTIONS, sourceColumn } from '../sheets/assumptions.ts';
import { strongestDrivers } from '../strongest-drivers.ts';
import { heading, leadsTo, line, sentence } from './line.ts';

/** How many of the uncertainties that move the first measure are looked at. */
const STRONGEST = 5;

/** Tells on what grounds assumptions stand; the counts read the sheet Assumptions. */
export function evidenceRows(report: Report, sheet: Sheet): Cell[][] {
  const { say, results } = report;
  const title = heading(say('Assumptions: what does it rest on?'));
  const [table] = sheet.tables;
  if (table === undefined) return [title, sentence(say('The model assumes nothing.'))];
  const at = sourceColumn(results);
  const sources: Formula = [
    areaOf(ASSUMPTIONS, [table.top + 1, at], [table.top + table.rows - 1, at]),
  ];
  return [title, ...groundRows(report, sources), ...driverRow(report)];
}

function groundRows(report: Report, sources: Formula): Cell[][] {
  const { say, results } = report;
  const { assumptions } = results.study;
  const judged = assumptions.filter(({ source }) => source === 'judgement').length;
  const named = assumptions.filter(({ source }) => source !== '').length;
  const uncertain = assumptions.filter(({ distribution }) => distribution !== null).length;
  const judgement = formula`COUNTIF(${sources},${quoted(say('judgement'))})`;
  const filled = formula`SUMPRODUCT(--(LEN(${sources})>0))`;
  return [
    line(
      leadsTo(say('Values with a source'), 'Sources'),
      formulaCell(formula`${filled}-${judgement}`, named - judged, 'plain-0'),
      datesText(report),
    ),
    line(
      leadsTo(say('Values on judgement'), ASSUMPTIONS),
      formulaCell(judgement, judged, 'plain-0'),
      say('Each with its reasoning in the column Why.'),
    ),
    line(
      leadsTo(say('Uncertain values'), ASSUMPTIONS),
      number(uncertain, 'plain-0'),
      say('Drawn from the distributions stated there; the others are the same in every draw.'),
    ),
  ];
}

function datesText({ say, results }: Report): string {
  const { sources } = results.study;
  if (sources.length === 0) return say('The study lists no source.');
  const dates = sources.map(({ date }) => date).sort();
  const values = { count: sources.length, first: dates[0]!, last: dates.at(-1)! };
  const said = say('{count} sources, the oldest of {first}, the newest of {last}.', values);
  const later = sources.filter(({ whyLater }) => whyLater !== '').length;
  if (later === 0) return said;
  return `${said} ${say('Later than the study, each with a reason: {count}.', { count: later })}`;
}

/** What moves the first measure most deserves the best evidence. */
function driverRow({ say, results }: Report): Cell[][] {
  const { study } = results;
  const measure = study.measures.find(({ name }) => name === study.headline[0]);
  const baseline = study.scenarios.find(({ role }) => role === 'baseline');
  if (measure === undefined || baseline === undefined) return [];
  const found = strongestDrivers(results)(measure.name, baseline.name).slice(0, STRONGEST);
  if (found.length === 0) return [];
  const grounds = new Map(study.assumptions.map((one) => [fullName(one), one.source]));
  const names = found.map(({ uncertainty }) => uncertainty);
  const judged = names.filter((name) => grounds.get(name) === 'judgement');
  const values = {
    count: found.length,
    measure: measure.title,
    scenario: baseline.title,
    names: judged.length === 0 ? say('none') : judged.map(inputNames(results)).join('; '),
  };
  return [
    line(
      leadsTo(say('Strongest drivers on judgement'), 'Drivers'),
      number(judged.length, 'plain-0'),
      say('Of the {count} that move "{measure}" most in "{scenario}": {names}.', values),
    ),
  ];
}
