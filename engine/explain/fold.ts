import { type AggregateKind, aggregate } from '../model/aggregate.ts';
import { labelOf } from '../model/model.ts';
import { showTerm } from '../model/show-term.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { fromBase, ONE, readUnit, type Unit } from '../quantity/unit.ts';
import type { Clock } from '../study/model-text.ts';
import type { Trace } from './trace-draw.ts';

/** A fold of one variable over time, and the step that says most about it. */
export interface Fold {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly source: number;
  readonly step: number;
}

const KEEPS_UNIT: readonly AggregateKind[] = [
  'average',
  'final',
  'minimum',
  'maximum',
  'at',
  'count',
];

/** A total of 3 bn USD/year is in bn USD; for other sums there may be no word. */
function unitOf(kind: AggregateKind, unit: Unit): Unit | null {
  if (kind === 'irr') return ONE;
  if (KEEPS_UNIT.includes(kind)) return unit;
  const total = /^(.+)\/(year|month)$/.exec(unit.text)?.[1];
  const found = total === undefined ? null : readUnit(total);
  return found === null || isRefusal(found) ? null : found;
}

/** The step that a fold comes from, or else the last. */
function stepOf(kind: AggregateKind, series: readonly number[], value: number, argument: number) {
  if (kind === 'at') return argument;
  const found = kind === 'minimum' || kind === 'maximum' ? series.indexOf(value) : -1;
  return found >= 0 ? found : series.length - 1;
}

/** A label is a line; what a formula of its own folds may be longer. */
const LONGEST = 90;

function labelFor(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}...`;
}

/** Reads a fold of a traced path. */
export function foldOf({ program, valueAt }: Trace, index: number, clock: Clock): Fold {
  const { kind, source, argument } = program.aggregates[index]!;
  const { variables, equations } = program.model;
  const variable = variables[source]!;
  const series = Array.from({ length: clock.steps }, (_, step) => valueAt(source, step));
  const number = argument.kind === 'number' ? argument.value : valueAt(argument.slot, 0);
  const value = aggregate(kind, (step) => series[step]!, clock, number);
  const isWatched = variable.kind === 'watched';
  const watched = equations.find(({ slot }) => slot === source)?.term;
  const inner =
    isWatched && watched !== undefined && watched.kind !== 'solved'
      ? showTerm(watched, program)
      : labelOf(variable);
  const unit = isWatched ? null : unitOf(kind, variable.unit);
  return {
    label: labelFor(`${kind}(${inner})`),
    value: unit === null ? value : fromBase(value, unit),
    unit: unit?.text ?? '',
    source,
    step: stepOf(kind, series, value, number),
  };
}
