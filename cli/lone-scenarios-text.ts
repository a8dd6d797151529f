import type { LoneOutcome, LoneScenario } from '../engine/index.ts';
import type { PlainTable } from './diff-text.ts';
import { type IsToldApart, nearMark } from './near-zero.ts';
import { countOf, decimalsFor, showChange, showNumber } from './number-text.ts';

/** As many settings as a reader takes in of one scenario. */
const MOST_SETTINGS = 12;

function settingLines({ says }: LoneScenario): readonly string[] {
  const shown = says.slice(0, MOST_SETTINGS).map(({ name, element, from, to }) => {
    const what = element === '' ? name : `${name}[${element.replaceAll(',', ', ')}]`;
    return `      ${what}: ${from === null ? '' : `${from} -> `}${to}`;
  });
  const more = says.length - shown.length;
  if (says.length === 0) return ['      it says nothing beyond what it extends'];
  return [...shown, ...(more > 0 ? [`      ... and ${more} more`] : [])];
}

/** Says of each scenario that only one side has what its own file says, against what it extends. */
export function loneLines(lone: readonly LoneScenario[]): readonly string[] {
  return lone.flatMap((scenario) => {
    const { name, file, isNew, extends: parents } = scenario;
    const from = parents.length === 0 ? '' : `, extends ${parents.join(', ')}`;
    return [
      `scenario ${name} is ${isNew ? 'new' : 'gone'}  (${file}${from})`,
      ...settingLines(scenario),
    ];
  });
}

function rowOf(
  { name }: LoneScenario,
  one: LoneOutcome,
  isToldApart: IsToldApart,
): readonly string[] {
  const { measure, unit, baseline, outcome, change } = one;
  const decimals = decimalsFor([change.value || outcome.value]) + 1;
  return [
    name,
    measure,
    ...[baseline, outcome].map(({ value }) => showNumber(value, decimals)),
    `${nearMark(change, isToldApart)}${showChange(change.value, decimals)}`,
    change.error === null ? '' : `±${showNumber(change.error, decimals)}`,
    unit,
  ];
}

/** Lays out what comes out in scenarios that only one side has; null where none of them was run. */
export function loneTable(
  lone: readonly LoneScenario[],
  isToldApart: IsToldApart,
): PlainTable | null {
  const rows = lone.flatMap((one) =>
    one.outcomes.map((outcome) => rowOf(one, outcome, isToldApart)),
  );
  if (rows.length === 0) return null;
  return {
    heads: ['scenario', 'measure', 'baseline:', 'outcome:', 'change:', 'error', 'unit'],
    rows,
  };
}

/** Says what the figures of such scenarios are, and which baseline stands beside them. */
export function loneNote(lone: readonly LoneScenario[], draws: number): string {
  const run = lone.filter(({ outcomes }) => outcomes.length > 0);
  const baselines = [...new Set(run.map(({ baseline }) => baseline))].join(', ');
  return `Mean over ${countOf(draws, 'draw')}, beside the baseline: ${baselines}.`;
}
