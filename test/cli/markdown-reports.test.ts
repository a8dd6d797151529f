import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { diffMarkdown } from '../../cli/diff-text.ts';
import { verificationMarkdown } from '../../cli/verification-markdown.ts';
import type { VerificationReport } from '../../cli/verification-report.ts';
import type { FigureVerdict, Verification } from '../../engine/index.ts';

/** Lists the first cells of each table, in order; what stands before and in the folded part apart. */
function rowsOf(markdown: string): [shown: string[], folded: string[]] {
  const [shown = '', folded = ''] = markdown.split('<details>');
  const rows = (part: string) =>
    [...part.matchAll(/^\| `?([^|`]+?)`? \|/gm)]
      .map(([, cell = '']) => cell)
      .filter((cell) => !/^(Measure|measure|---)$/.test(cell));
  return [rows(shown), rows(folded)];
}

function reportOn(outcomes: readonly (readonly [measure: string, errors: number])[]) {
  const figures = outcomes.map(([measure, errors], at): FigureVerdict => {
    const [locked, now] = [1, 1 + errors];
    const difference = now - locked;
    const verdict = errors === 0 ? 'exact' : 'changed';
    const said = { measure, run: `run-${at}`, figure: 'median' as const, unit: '%', verdict };
    return { ...said, locked, now, difference, errors } as FigureVerdict;
  });
  const verification: Verification = {
    inputs: [{ path: 'model/<b>|x.yaml', verdict: 'changed', said: [] }],
    ...{ elsewhere: [], figures, digests: [], wide: [], passed: false },
  };
  const study = { name: 's', folder: 'f', ready: { study: { headline: ['gdp'] } } };
  const report = { study, now: { draws: 40 }, verification, cells: [], passed: false };
  return verificationMarkdown(report as unknown as VerificationReport);
}

describe('a verification in Markdown', () => {
  it('shows a dozen headlines, what moved furthest first, and folds the rest', () => {
    const many = Array.from({ length: 15 }, (_, at) => [`gdp`, at + 1] as const);
    const [shown, folded] = rowsOf(reportOn([['jobs', 99], ...many]));
    expect(shown).toEqual(Array.from({ length: 12 }, () => 'gdp'));
    expect(folded).toEqual(['gdp', 'gdp', 'gdp', 'jobs']);
  });

  it('says that no headline moved where only others did', () => {
    const text = reportOn([
      ['gdp', 0],
      ['jobs', 2],
    ]);
    expect(text).toContain('No headline came out differently.');
    expect(text).toContain('<summary>1 outcome</summary>');
  });

  it('is read by GitHub as it is meant: a table, a fold, and no element of the study', () => {
    const html = new Marked({ gfm: true }).parse(reportOn([['gdp', 1]]), { async: false });
    expect(html).toContain('<table>');
    expect(html).toContain('<code>model/&lt;b&gt;');
    expect(html).not.toContain('<b>');
  });
});

describe('a comparison in Markdown', () => {
  const rows = Array.from({ length: 14 }, (_, at) => [`m${at}`, String(at)]);
  const page = { title: 'a -> b', said: ['x'], note: 'n', after: 'z' };

  it('folds what is more than a dozen rows', () => {
    const table = { heads: ['measure', 'change:'], rows };
    const [shown, folded] = rowsOf(diffMarkdown({ ...page, table }));
    expect(shown).toEqual(rows.slice(0, 12).map(([name]) => name));
    expect(folded).toEqual(['m12', 'm13']);
  });

  it('folds nothing where there is no more', () => {
    const table = { heads: ['measure', 'change:'], rows: rows.slice(0, 12) };
    expect(diffMarkdown({ ...page, table })).not.toContain('<details>');
  });
});
