import { describe, expect, it } from 'vitest';
import { movedOutcomes } from '../../cli/moved-outcomes.ts';
import type { FigureName, FigureVerdict, Verification } from '../../engine/index.ts';

function figure(
  name: string,
  errors: number | null,
  change: Partial<FigureVerdict> = {},
): FigureVerdict {
  const [measure = '', run = '', which = 'median'] = name.split(' ');
  return {
    ...{ measure, run, figure: which as FigureName, unit: '%', verdict: 'changed' },
    ...{ locked: 1, now: 2, difference: errors ?? 1, errors },
    ...change,
  };
}

function named(figures: readonly FigureVerdict[], headline: readonly string[]) {
  const verification: Verification = {
    ...{ inputs: [], elsewhere: [], digests: [], wide: [], passed: false },
    figures,
  };
  const { headlines, others } = movedOutcomes(verification, headline);
  const name = (one: FigureVerdict) => `${one.measure} ${one.run} ${one.figure}`;
  return [headlines.map(name), others.map(name)];
}

describe('movedOutcomes', () => {
  it('tells headlines apart, what moved most standard errors first, whichever way', () => {
    const figures = [
      figure('jobs a', 9),
      figure('gdp a', 0.1),
      figure('gdp b', -3),
      figure('income a', 0.5),
      figure('gdp c', 0, { verdict: 'exact' }),
      figure('jobs b', -10),
    ];
    expect(named(figures, ['gdp', 'income'])).toEqual([
      ['gdp b median', 'income a median', 'gdp a median'],
      ['jobs b median', 'jobs a median'],
    ]);
  });

  it('puts first what had no error, or was not there', () => {
    const figures = [
      figure('gdp a', 100),
      figure('gdp b', null),
      figure('gdp c', null, { verdict: 'missing', difference: null }),
    ];
    expect(named(figures, ['gdp'])[0]).toEqual(['gdp b median', 'gdp c median', 'gdp a median']);
  });

  it('shows the median of an outcome, or what moved most where that stayed', () => {
    const figures = [
      figure('gdp a mean', 5),
      figure('gdp a', 1),
      figure('gdp b mean', 1, { difference: 0.1 }),
      figure('gdp b p95', 2, { difference: -0.4 }),
      figure('gdp b', 0, { verdict: 'exact' }),
    ];
    expect(named(figures, ['gdp'])[0]).toEqual(['gdp b p95', 'gdp a median']);
  });
});
