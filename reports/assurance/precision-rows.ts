import type { MeasureDescription } from '../../engine/index.ts';
import { comparisonFinder } from '../compared.ts';
import { drawColumnFinder } from '../draw-columns.ts';
import type { FindFigure } from '../figure-places.ts';
import { formula } from '../formula.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, formulaCell } from '../sheet.ts';
import { COMPARISON } from '../sheets/comparison.ts';
import { saidAlone, spokenMeasure } from '../spoken-measure.ts';
import { headlinesOf } from '../summary/effects.ts';
import { heading, leadsTo, line, sentence } from './line.ts';

/** Tells how far the number of draws leaves the headline figures open; the errors are those on Comparison. */
export function precisionRows(report: Report, figures: FindFigure): Cell[][] {
  const { say } = report;
  return [
    heading(say('Uncertainty: how sure are the figures?')),
    ...headlinesOf(report).map(({ measure }) => precisionRow(report, measure, figures)),
    sentence(
      say(
        'The error is that of the number of draws. Ranges tell of the uncertainties that were drawn; that the model is another than the world is in none of them.',
      ),
    ),
  ];
}

function precisionRow(report: Report, measure: MeasureDescription, figures: FindFigure): Cell[] {
  const { say, results } = report;
  const baseline = results.study.scenarios.find(({ role }) => role === 'baseline')!;
  const label = leadsTo(`${measure.title}, ${measure.unit}`, COMPARISON);
  const outcome = comparisonFinder(results)(measure.name, baseline.name, null)?.outcome;
  const column = drawColumnFinder(results)(measure.name, baseline.name, null);
  const { level } = spokenMeasure(report, measure);
  const place = column === undefined ? null : figures(column, 'median', 'error');
  const median = outcome?.median ?? { value: null, error: null };
  if (median.value === null) return line(label, blank('number'), say('No draws.'));
  const said = (value: number) => saidAlone(value, { ...level, tens: 0, decimals: level.inUnit });
  const values = { scenario: baseline.title, median: said(median.value) };
  if (place === null || median.error === null || outcome!.p5.value === outcome!.p95.value) {
    return line(label, blank('number'), say('{median} in "{scenario}", in every draw.', values));
  }
  const [low, high] = [said(outcome!.p5.value!), said(outcome!.p95.value!)];
  return line(
    label,
    formulaCell(formula`${place}`, median.error, `plain-${level.inUnit + 1}`),
    say('Monte Carlo error of the median in "{scenario}", {median}; 5% to 95%: {low} to {high}.', {
      ...values,
      low,
      high,
    }),
  );
}
