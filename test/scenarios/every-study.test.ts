import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isPair, isScalar, parseDocument, visit } from 'yaml';
import { readStudyFolder } from '../../cli/read-study.ts';
import {
  type CheckedStudy,
  checkStudy,
  type Results,
  runStudy,
  withSettings,
} from '../../engine/index.ts';

const SCENARIOS = join(import.meta.dirname, '..', '..', 'scenarios');
const STUDIES = readdirSync(SCENARIOS).filter((name) =>
  existsSync(join(SCENARIOS, name, 'study.yaml')),
);

type Settings = Parameters<typeof withSettings>[1];

/** Reads a study without its model tests, which run elsewhere. */
function filesOf(name: string): ReadonlyMap<string, Uint8Array> {
  const files = readStudyFolder(join(SCENARIOS, name));
  return new Map([...files].filter(([path]) => !path.startsWith('tests/')));
}

function run({ ready, ...checked }: CheckedStudy, settings: Settings): Promise<Results> {
  const { study, program } = ready!;
  const set = { ...checked, ready: { study: withSettings(study, settings), program } };
  return runStudy(set, { name: 'a', engineVersion: 'test', workers: 0 });
}

/** Keys whose maps are lists in truth: places of a tuple, acts that follow each other, sets before their subsets. */
const ORDERED = ['over', 'terms', 'sets'];

/** A schedule goes from earlier to later. */
const DATE = /^(start|\d{4}-\d{2}(-\d{2})?)$/;

function keyOf(item: unknown): string {
  return isPair(item) && isScalar(item.key) ? String(item.key.value) : '';
}

/** Turns the order of the keys round in every map of a file. */
function backwards(text: string): string {
  const document = parseDocument(text);
  visit(document, {
    Map(_, map, path) {
      const isSchedule = map.items.some((item) => DATE.test(keyOf(item)));
      if (!isSchedule && !ORDERED.includes(keyOf(path.at(-1)))) map.items.reverse();
    },
  });
  return document.toString();
}

function withKeysBackwards(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const turned = [...files].map(([path, bytes]) => {
    if (!path.endsWith('.yaml')) return [path, bytes] as const;
    return [path, new TextEncoder().encode(backwards(new TextDecoder().decode(bytes)))] as const;
  });
  return new Map(turned);
}

/** Names every column of outcomes, whatever the order in which a study lists them. */
function outcomesOf({ runs, study }: Results): ReadonlyMap<string, Float64Array> {
  return new Map(
    runs.flatMap(({ scenario, condition, outcomes }) =>
      study.measures.map(
        ({ name }, at) => [`${scenario}/${condition}/${name}`, outcomes[at]!] as const,
      ),
    ),
  );
}

describe.each(STUDIES)('the study %s', (name) => {
  const files = filesOf(name);
  const checked = checkStudy(files);

  test('keeps its bits when the keys of its files stand in another order', async () => {
    const before = outcomesOf(await run(checked, { draws: 20 }));
    const after = outcomesOf(await run(checkStudy(withKeysBackwards(files)), { draws: 20 }));
    expect(after.size).toBe(before.size);
    for (const [column, outcomes] of before) expect(after.get(column), column).toEqual(outcomes);
  });

  test('moves its means within their errors when it is drawn twice as often', async () => {
    // The last scenario, and the two that all are compared with.
    const scenarios = [checked.ready!.study.scenarios.at(-1)!.name];
    const few = await run(checked, { draws: 100, scenarios });
    const many = await run(checked, { draws: 200, scenarios });
    const moves = few.comparisons.flatMap(({ outcome: { mean } }, at) => {
      const other = many.comparisons[at]!.outcome.mean;
      if (mean.error === null || other.error === null) return [];
      const by = Math.abs(mean.value! - other.value!);
      // What does not vary has an error of rounding only.
      return by <= 1e-12 * Math.abs(mean.value!) ? [0] : [by / Math.hypot(mean.error, other.error)];
    });
    expect(moves.length).toBeGreaterThan(0);
    // Errors come from 20 replicates, and the measures of one study move together.
    expect(Math.max(...moves)).toBeLessThan(6);
    expect(moves.filter((move) => move > 3).length).toBeLessThanOrEqual(moves.length / 20);
  });
});
