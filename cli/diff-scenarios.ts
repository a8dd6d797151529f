import { groupLines } from './contributions-text.ts';
import type { Side } from './diff-side.ts';
import { checkMeasures, type DiffRun, keepMeasures, sameDraws } from './diff-studies.ts';
import { headlineTable, isMoved, printDiff, quietLine } from './diff-text.ts';
import { explainPair } from './explain-against.ts';
import { type GroupBy, groupingOf } from './lever-groups.ts';
import { countOf } from './number-text.ts';
import { scenarioNamed } from './scenario-named.ts';

type StudySide = Side & { readonly kind: 'study' };

/** Compares two scenarios of a study: the levers that differ, and what each group of them does. */
export async function diffScenarios(
  [one, other]: readonly [StudySide, StudySide],
  run: DiffRun & { readonly by?: GroupBy | undefined },
): Promise<void> {
  const { study: opened } = one;
  const others = opened.ready.study.validationScenarios;
  const { studies, workers } = sameDraws([opened], run);
  const [study] = studies;
  const [from, to] = [one, other].map(({ scenario }) => scenarioNamed(opened, scenario!, others));
  checkMeasures(opened, run.measure);
  const groupOf = groupingOf(opened, run.by, undefined);
  const pair = { from: from!, to: to!, groupOf, workers };
  const found = await explainPair(opened, study!, pair);
  const measures = keepMeasures(found.measures, run.measure);
  const { draws } = study!;
  const marks = found.groups.map((_, at) => `[${at + 1}]`);
  const page = {
    title: `${one.label} -> ${other.label}`,
    said: found.groups.flatMap((group, at) =>
      groupLines([group]).map((line) => `${marks[at]} ${line}`),
    ),
    note: `Mean over ${countOf(draws, 'draw')}; contributions are Shapley values and sum to the change.`,
    table: headlineTable(
      measures.filter(isMoved),
      marks,
      [['measure', ({ measure }) => measure]],
      opened.engine,
    ),
    after: quietLine(measures, 'measure'),
  };
  const data = {
    ...{ one: one.label, other: other.label, draws, groups: found.groups },
    measures: measures.map((row) => ({
      ...row,
      isToldApart: opened.engine.isToldApart(row.total),
    })),
  };
  printDiff(run.reporter, page, data);
}
