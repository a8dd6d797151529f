import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../engine/problem.ts';
import { toPlain } from '../../../engine/source/locate.ts';
import { readJson } from '../../../engine/source/read-json.ts';
import { followPath } from '../../../engine/study/case-path.ts';

const CASE = {
  id: 'one',
  nothing: null,
  inputs: {
    regions: ['US', "Cote d'Ivoire", '7'],
    trade: [
      [1, 2],
      [3, 4],
    ],
  },
  table: { columns: ['x', 'y'], rows: { US: [1, 2], JP: [3, 4] }, list: [[5, 6]] },
  mixed: { a: { x: 1 }, b: { z: 2 } },
};

function follow(path: string, root: unknown = CASE) {
  const problems: Problem[] = [];
  const { root: node } = readJson('c.json', new TextEncoder().encode(JSON.stringify(root)));
  const clock = { start: 0, steps: 1, stepMonths: 1, stepName: 'month' } as const;
  const found = followPath({ problems, clock }, node!, path);
  return { found: found === undefined ? undefined : toPlain(found), problems };
}

describe('a path into a case', () => {
  it.each([
    ['id', 'one'],
    ['inputs.trade', CASE.inputs.trade],
    ['inputs.trade.1.0', 3],
    ['inputs.trade.-1', [3, 4]],
    ['inputs.regions.US', 'US'],
    ["inputs.regions.Cote d'Ivoire", "Cote d'Ivoire"],
    ['table.rows.US.y', 2],
    ['table.rows.*.y', { US: 2, JP: 4 }],
    ['table.list.*.x', [5]],
    ['inputs.trade.*.0', [1, 3]],
    ['mixed.*.x', { a: 1 }],
  ])('%s leads to its part', (path, due) => {
    expect(follow(path)).toEqual({ found: due, problems: [] });
  });

  it.each([
    'nothing',
    'nothing.more',
    'id.more',
    'inputs.prices',
    'inputs.regions.JP',
    'inputs.trade.2',
    'inputs.trade.x',
    'inputs.trade.*.2',
    'table.rows.US.z',
    'table.rows.*.z',
    'id.*',
  ])('%s leads nowhere', (path) => {
    expect(follow(path)).toEqual({ found: undefined, problems: [] });
  });

  it('finds fault with a row that has not as many numbers as there are columns', () => {
    const { found, problems } = follow('rows.*.y', { columns: ['x', 'y'], rows: { US: [1] } });
    expect(found).toBeUndefined();
    expect(problems).toMatchObject([
      { code: 'wrong-length', message: 'there are 2 columns; this row has 1' },
    ]);
  });
});
