import type { Edit, Headline, Study, StudyComparison } from '../engine/index.ts';
import type { Side } from './diff-side.ts';
import {
  type DiffPage,
  type DiffReporter,
  headlineTable,
  isMoved,
  printDiff,
  quietLine,
} from './diff-text.ts';
import { loneLines, loneNote, loneTable } from './lone-scenarios-text.ts';
import { checkMeasure } from './measure-named.ts';
import { countOf } from './number-text.ts';
import type { ReadyStudy } from './open-study.ts';
import type { Typed } from './options.ts';
import { readSettings, settle } from './run-settings.ts';
import { scenarioNamed } from './scenario-named.ts';
import { withProgress } from './with-progress.ts';

type StudySide = Side & { readonly kind: 'study' };

/** How two sides are run, and which part of them is looked at. */
export interface DiffRun {
  readonly scenario?: Typed;
  readonly measure?: Typed;
  readonly draws?: Typed;
  readonly workers?: Typed;
  readonly reporter: DiffReporter;
}

/** Enough to see what an edit does. */
const FEW = 200;

/** Gives both sides the same draws. */
export function sameDraws(sides: readonly ReadyStudy[], { draws, workers }: DiffRun) {
  const settings = readSettings({ study: '', draws, workers, format: 'text' });
  const all = sides.map(({ ready }) => ready.study.draws);
  const chosen = { ...settings, draws: settings.draws ?? Math.min(FEW, ...all) };
  return { studies: sides.map((side) => settle(side, chosen)), workers: settings.workers };
}

/** Makes sure that there are the measures asked for. */
export function checkMeasures(study: ReadyStudy, typed: Typed): void {
  for (const name of typed === undefined ? [] : [typed].flat()) checkMeasure(study, name);
}

/** Keeps the measures asked for. */
export function keepMeasures<T extends { readonly measure: string }>(
  list: readonly T[],
  typed: Typed,
): readonly T[] {
  const wanted = typed === undefined ? null : [typed].flat();
  return list.filter(({ measure }) => wanted === null || wanted.includes(measure));
}

function compare(
  [before, after]: readonly [ReadyStudy, ReadyStudy],
  [old, fresh]: readonly Study[],
  scenarios: readonly string[] | null,
  workers: number,
): Promise<StudyComparison> {
  return withProgress(after, (onProgress) =>
    before.engine.compareStudies(old!, fresh!, scenarios, { workers, onProgress }),
  );
}

/** As many elements as a reader takes in of one edit. */
const MOST_CHANGES = 6;

/** Says what one edit is: a line where both texts are short, else one for each. */
export function editLines(
  { kind, name, changes, file, line }: Edit,
  mark: string,
): readonly string[] {
  const head = `${mark} ${kind === 'scenario' ? '' : `${kind} `}${name}  (${file}:${line})`;
  const shown = changes.slice(0, MOST_CHANGES).map(({ element, from, to }) => {
    const what = element === '' ? '' : `[${element.replaceAll(',', ', ')}] `;
    const short = (text: string | null) => (text === null ? 'not said' : text);
    return `      ${what}${short(from)} -> ${short(to)}`;
  });
  const more = changes.length - shown.length;
  return [head, ...shown, ...(more > 0 ? [`      ... and ${more} more`] : [])];
}

/** Makes sure that one side has a scenario at least. */
function checkScenario(sides: readonly StudySide[], name: string): void {
  const isThere = sides.some(({ study }) =>
    study.ready.study.scenarios.some((scenario) => scenario.name === name),
  );
  if (!isThere) scenarioNamed(sides.at(-1)!.study, name);
}

function saidLines({ edits, groups }: StudyComparison): readonly string[] {
  const marks = new Map(
    groups.flatMap((group, at) => group.edits.map((edit) => [edit, `[${at + 1}]`] as const)),
  );
  return edits.flatMap((edit) => editLines(edit, marks.get(edit) ?? '[-]'));
}

/** Puts the measures first that come first in a summary. */
function inOrder<T extends { readonly measure: string }>(
  rows: readonly T[],
  { ready: { study } }: ReadyStudy,
): readonly T[] {
  const measures = new Set([...study.headline, ...study.measures.map(({ name }) => name)]);
  return [...measures].flatMap((name) => rows.filter(({ measure }) => measure === name));
}

function page(
  [one, other]: readonly [StudySide, StudySide],
  comparison: StudyComparison,
  headlines: readonly Headline[],
  draws: number,
): DiffPage {
  // Of each measure, the scenario that moved furthest comes first.
  const size = ({ total }: Headline) => Math.abs(total.value ?? 0);
  const moved = headlines.filter(isMoved).toSorted((a, b) => size(b) - size(a));
  const rows = inOrder(moved, other.study);
  const isWhole = rows.every(({ contributions }) =>
    contributions.every(({ share }) => share !== null),
  );
  const how = isWhole
    ? 'contributions are Shapley values and sum to the change'
    : 'contributions are what each edit does alone; the rest is the remainder';
  const marks = comparison.groups.map((_, at) => `[${at + 1}]`);
  const names = [
    ['measure', (row: Headline) => row.measure],
    ['scenario', (row: Headline) => row.scenario],
  ] as const;
  const lone = loneTable(comparison.lone, one.study.engine.isToldApart);
  return {
    title: `${one.label} -> ${other.label}`,
    said: [...loneLines(comparison.lone), ...saidLines(comparison)],
    note: `Mean over ${countOf(draws, 'draw')}; ${how}.`,
    table: headlineTable(rows, marks, names, one.study.engine),
    after: headlines.length === 0 ? '' : quietLine(headlines, 'outcome'),
    lone: lone === null ? undefined : { note: loneNote(comparison.lone, draws), table: lone },
  };
}

/** Compares two studies, or one study at two times. */
export async function diffStudies(
  [one, other]: readonly [StudySide, StudySide],
  run: DiffRun,
): Promise<void> {
  const { studies, workers } = sameDraws([one.study, other.study], run);
  const named = run.scenario ?? one.scenario ?? undefined;
  const scenarios = named === undefined ? null : [named].flat();
  for (const name of scenarios ?? []) checkScenario([one, other], name);
  checkMeasures(other.study, run.measure);
  const found = await compare([one.study, other.study], studies, scenarios, workers);
  const headlines = keepMeasures(found.headlines, run.measure);
  const lone = found.lone.map((scenario) => {
    const outcomes = inOrder(scenario.outcomes, (scenario.isNew ? other : one).study);
    return { ...scenario, outcomes: keepMeasures(outcomes, run.measure) };
  });
  const { draws } = studies[0]!;
  const { edits, groups } = found;
  const { isToldApart } = one.study.engine;
  const said = { one: one.label, other: other.label, draws, edits, groups };
  const data = {
    ...said,
    headlines: headlines.map((row) => ({ ...row, isToldApart: isToldApart(row.total) })),
    lone: lone.map((scenario) => ({
      ...scenario,
      outcomes: scenario.outcomes.map((row) => ({ ...row, isToldApart: isToldApart(row.change) })),
    })),
  };
  printDiff(run.reporter, page([one, other], { ...found, lone }, headlines, draws), data);
}
