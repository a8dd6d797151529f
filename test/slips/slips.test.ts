import { describe, expect, it } from 'vitest';
import { inOrder, showProblems } from '../../cli/show-problems.ts';
import { checkStudy } from '../../engine/check.ts';
import { runTests } from '../../engine/model-test/run-tests.ts';
import { type Slip, slipGroups, slipStudy, withSlip } from '../support/slips.ts';

const STUDY = slipStudy();
const GROUPS = slipGroups();

/** Each slip is made once, and held against what is expected and against the golden text. */
const CHECKED = new Map<Slip, ReturnType<typeof checkStudy>>();

function check(slip: Slip) {
  const checked = CHECKED.get(slip) ?? checkStudy(withSlip(STUDY, slip));
  CHECKED.set(slip, checked);
  return checked;
}

/** What is said of a slip, as the corpus writes it down. */
function said(slip: Slip) {
  const { problems } = check(slip);
  const errors = inOrder(problems).filter(({ severity }) => severity === 'error');
  const file = slip.in ?? slip.file;
  const found = errors.find(({ code, position: { file: own, line, column } }) => {
    return code === slip.error && own === file && `${line}:${column}` === slip.at;
  });
  const { code, position, hint } = found ?? errors[0] ?? {};
  return {
    error: code,
    in: position?.file,
    at: `${position?.line}:${position?.column}`,
    hint,
    errors: errors.length,
  };
}

describe('the study that slips are made in', () => {
  it('has none itself', () => {
    const { ready, problems } = checkStudy(STUDY);
    expect(problems).toEqual([]);
    expect(runTests(ready!.study).flatMap((outcome) => outcome.problems)).toEqual([]);
  });
});

describe.each(GROUPS)('slips with %s', (group, slips) => {
  it.each(slips.map((slip) => [slip.slip, slip] as const))('%s', (_, slip) => {
    const { error, at, hint, errors = 1 } = slip;
    expect(said(slip)).toEqual({ error, in: slip.in ?? slip.file, at, hint, errors });
  });

  it('are told so', async () => {
    const texts = slips.map((slip) => {
      const { files, problems } = check(slip);
      return `# ${slip.slip}\n\n${showProblems(problems, files, { colour: false, folder: '' })}\n`;
    });
    await expect(texts.join('\n')).toMatchFileSnapshot(`../golden/slips/${group}.txt`);
  });
});

describe('the corpus', () => {
  const all = GROUPS.flatMap(([, slips]) => slips);

  it('is large, and no slip is there twice', () => {
    const edits = all.map(({ slip: _, hint: __, ...edit }) => JSON.stringify(edit));
    expect(all.length).toBeGreaterThanOrEqual(550);
    expect(new Set(edits).size).toBe(all.length);
  });

  it('says in most cases what to do', () => {
    const hinted = all.filter(({ hint }) => hint !== undefined);
    expect(hinted.length / all.length).toBeGreaterThan(0.75);
  });
});
