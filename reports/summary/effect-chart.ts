import { CLEAR_ERRORS } from '../../engine/index.ts';
import { barChart } from '../charts/bar-chart.ts';
import { type Chart, fixedLabel } from '../charts/chart.ts';
import { axis } from '../charts/looks.ts';
import { roundEnds } from '../charts/round-ends.ts';
import { directionOf } from '../contenders.ts';
import type { Here, Ledger, LedgerColumn } from '../dashboard/ledger.ts';
import { drawColumnFinder } from '../draw-columns.ts';
import type { FigurePoint, FindFigure } from '../figure-places.ts';
import { changeUnit } from '../labels.ts';
import { above, choose, fromCell, type Live, minus, sizeOf, times, ZERO } from '../live-number.ts';
import type { Report } from '../report.ts';
import { type Cell, formulaCell, number, text } from '../sheet.ts';
import { type Effect, effectsOf, effectText, type Headline } from './effects.ts';

type Key =
  | ('label' | 'mean' | 'low' | 'high' | 'error' | 'minus' | 'plus')
  | ('better' | 'worse' | 'unclear');

/** Draws what the scenarios do to a measure against the baseline; null where there is none, or no figure to read. */
export function placeEffects(
  ledger: Ledger,
  report: Report,
  headline: Headline,
  changes: FindFigure,
): Chart | null {
  const { say } = report;
  const effects = effectsOf(report, headline);
  if (effects.length === 0) return null;
  const { title } = headline.measure;
  ledger.heading(say('Changes against the baseline'));
  const errors = ledger.number(
    say('Monte Carlo errors that a change must exceed'),
    number(CLEAR_ERRORS, 'plain-0'),
  );
  const sign = ledger.number(
    say('1 where more is better, -1 where less is'),
    number(directionOf(headline.measure) || 1, 'plain-0'),
  );
  const table = ledger.table(
    columnsOf(report, headline, { effects, changes, errors, sign }),
    effects.length,
  );
  const numbers = (key: Key) => table[key].numbers('general');
  return barChart({
    name: say('Changes of {measure}', { measure: title }),
    title: fixedLabel(titleOf(report, headline, effects)),
    about: say(
      'Mean change of {measure} against the baseline in each scenario, with the range from 5% to 95%; pale where it cannot be told from zero',
      { measure: title },
    ),
    categories: table.label.words(),
    values: axis(
      say('{measure}, {unit}: mean change, 5% to 95%; pale: not to be told from zero', {
        measure: title,
        unit: changeUnit(report, headline.measure.unit),
      }),
      roundEnds(valuesOf(effects)),
    ),
    legend: 'none',
    bars: [
      { name: fixedLabel(say('Better')), values: numbers('better'), colour: 'high' },
      { name: fixedLabel(say('Worse')), values: numbers('worse'), colour: 'low' },
      { name: fixedLabel(say('Not told from zero')), values: numbers('unclear'), colour: 'other' },
    ],
    whiskers: effects.every(({ change }) => change.p5.value === change.p95.value)
      ? null
      : { at: numbers('mean'), minus: numbers('minus'), plus: numbers('plus') },
  });
}

interface EffectRows {
  readonly effects: readonly Effect[];
  readonly changes: FindFigure;
  readonly errors: Live;
  /** 1 where more is better, or neither way is; -1 where less is. */
  readonly sign: Live;
}

function columnsOf(
  report: Report,
  headline: Headline,
  { effects, changes, errors, sign }: EffectRows,
): LedgerColumn<Key>[] {
  const { say } = report;
  const column = drawColumnFinder(report.results);
  const read = (
    key: Key,
    header: string,
    point: FigurePoint,
    part?: 'error',
  ): LedgerColumn<Key> => ({
    ...{ key, header },
    cell: (at) => {
      const { scenario, change } = effects[at]!;
      const figure = change[point];
      const value = (part === 'error' ? figure.error : figure.value) ?? 0;
      const place = changes(column(headline.measure.name, scenario, null)!, point, part);
      return place === null ? number(value, 'general', 'numberFree') : live(fromCell(place, value));
    },
  });
  const own = (key: Key, header: string, of: (here: Here<Key>) => Live): LedgerColumn<Key> => ({
    ...{ key, header },
    cell: (_, here) => live(of(here)),
  });
  const isClear = (here: Here<Key>) => above(sizeOf(here('mean')), times(errors, here('error')));
  const whereClear = (here: Here<Key>, side: Live, wanted: 1 | -1) => {
    const value = times(side, here('mean'));
    const [low, high] = wanted === 1 ? [ZERO, value] : [value, ZERO];
    return choose(isClear(here), choose(above(high, low), here('mean'), ZERO), ZERO);
  };
  return [
    {
      ...{ key: 'label', header: say('Scenario') },
      cell: (at) => text(effects[at]!.title),
    },
    read('mean', say('Mean'), 'mean'),
    read('low', '5%', 'p5'),
    read('high', '95%', 'p95'),
    read('error', say('Monte Carlo error'), 'mean', 'error'),
    own('minus', say('Down to 5%'), (here) => minus(here('mean'), here('low'))),
    own('plus', say('Up to 95%'), (here) => minus(here('high'), here('mean'))),
    own('better', say('Better'), (here) => whereClear(here, sign, 1)),
    own('worse', say('Worse'), (here) => whereClear(here, sign, -1)),
    own('unclear', say('Not told from zero'), (here) => choose(isClear(here), ZERO, here('mean'))),
  ];
}

/** What the axis must hold: all whiskers, which programs leave out when they choose its ends, and nothing. */
function valuesOf(effects: readonly Effect[]): number[] {
  const ends = effects.flatMap(({ change: { mean, p5, p95 } }) => [p5, mean, p95]);
  return [0, ...ends.flatMap(({ value }) => value ?? [])];
}

function live({ formula, value }: Live): Cell {
  return formulaCell(formula, value, 'general', 'numberFree');
}

/** Says which scenario stands out. */
function titleOf(report: Report, headline: Headline, effects: readonly Effect[]): string {
  const { say } = report;
  const size = ({ change }: Effect) => Math.abs(change.mean.value!);
  const strongest = (direction: Effect['direction']) =>
    effects.filter((one) => one.direction === direction).sort((a, b) => size(b) - size(a))[0];
  const [best, worst] = [strongest(1), strongest(-1)];
  const measure = headline.measure.title;
  const said = best ?? worst;
  if (said === undefined)
    return say('{measure}: nothing can be told from the baseline', { measure });
  const values = {
    ...{ measure, scenario: said.title },
    change: effectText(report, headline, said.change),
  };
  if (headline.measure.better === 'neither')
    return say('{measure}: {scenario} moves it most, {change}', values);
  return best === undefined
    ? say('{measure}: none is better, {scenario} is worst, {change}', values)
    : say('{measure}: {scenario} is best, {change}', values);
}
