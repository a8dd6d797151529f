import { isRefusal, type Refusal, refuse } from '../quantity/refusal.ts';
import { hintFor } from '../source/suggest.ts';
import type { Sets } from './extent.ts';
import { inputLabel } from './label.ts';
import type { Assumption, Extent, ModelText } from './model-text.ts';
import type { Scenario } from './study.ts';

/** Anything that has a name in the model, and which of its elements are drawn in some scenario. */
interface NamedThing {
  readonly kind: 'uncertainty' | 'shock' | 'lever' | 'equation' | 'unknown';
  readonly extent: Extent;
  readonly isDrawn: (element: string) => boolean;
}

/** What names in `correlations:` are looked up in. */
export interface NameSpace {
  readonly things: ReadonlyMap<string, NamedThing>;
  readonly sets: Sets;
}

/** The inputs that a name stands for, each as "module.name[element]". */
export interface NamedInputs {
  readonly kind: 'uncertainty' | 'shock';
  readonly labels: readonly string[];
}

/** Collects the names of a model; an assumption is drawn where the model or a scenario is uncertain of it. */
export function openNames({ modules, sets }: ModelText, scenarios: readonly Scenario[]): NameSpace {
  const isUncertain = ({ module, name, settings }: Assumption) => {
    const own = scenarios.map(({ assumptions }) => assumptions.get(`${module}.${name}`));
    return (element: string) =>
      (settings.get(element)?.distribution ?? null) !== null ||
      own.some((changed) => (changed?.get(element)?.value.distribution ?? null) !== null);
  };
  const [always, never] = [() => true, () => false];
  const named = modules.flatMap(({ levers, assumptions, shocks, equations, unknowns }) => [
    ...levers.map((one) => ({ ...one, kind: 'lever' as const, isDrawn: never })),
    ...equations.map((one) => ({ ...one, kind: 'equation' as const, isDrawn: never })),
    ...unknowns.map((one) => ({ ...one, kind: 'unknown' as const, isDrawn: never })),
    ...shocks.map((one) => ({ ...one, kind: 'shock' as const, isDrawn: always })),
    ...assumptions.map((a) => ({ ...a, kind: 'uncertainty' as const, isDrawn: isUncertain(a) })),
  ]);
  return { things: new Map(named.map((one) => [`${one.module}.${one.name}`, one])), sets };
}

const NAME = /^([^[\]]*?)\s*(?:\[([^[\]]*)\])?$/;

const COMPUTED = 'correlate the uncertainties or the shocks that it depends on';

/** What cannot be correlated, and what could be instead. */
const NOT_DRAWN = {
  lever: [
    'a lever',
    'parties set levers; make what is uncertain about it an assumption, and correlate that',
  ],
  equation: ['an equation', COMPUTED],
  unknown: ['an unknown', COMPUTED],
} as const;

function unknown(key: string, { things }: NameSpace): Refusal {
  const drawn = [...things].filter(([, { extent, isDrawn }]) => extent.elements.some(isDrawn));
  const keys = drawn.map(([known]) => known);
  const elsewhere = keys.find((known) => known.endsWith(`.${key}`));
  const hint = elsewhere === undefined ? hintFor(key, keys) : `did you mean "${elsewhere}"?`;
  const message = `there is no uncertainty or shock "${key}"`;
  return refuse('unknown-name', message, 0, key.length, hint);
}

function wrongCount(key: string, inner: string, from: number, { over }: Extent): Refusal {
  const sets = over.map(({ set }) => set).join(', ');
  const hint = sets === '' ? `write ${key} without brackets` : 'write an element of each';
  const message = `${key} is over ${sets || 'no set'}`;
  return refuse('wrong-indices', message, from, inner.length, hint);
}

function tupleIn(key: string, inner: string, from: number, extent: Extent, sets: Sets) {
  const words = inner.split(',');
  if (words.length !== extent.over.length) return wrongCount(key, inner, from, extent);
  let offset = from;
  for (const [index, word] of words.entries()) {
    const { set } = extent.over[index]!;
    const [element, names] = [word.trim(), sets.get(set)!];
    if (!names.includes(element)) {
      const hint = hintFor(element, names) ?? `known here: ${names.join(', ')}`;
      const lead = word.length - word.trimStart().length;
      const message = `${set} has no element "${element}"`;
      return refuse('unknown-element', message, offset + lead, element.length, hint);
    }
    offset += word.length + 1;
  }
  return words.map((word) => word.trim()).join(',');
}

function needsElement(key: string, { over, elements }: Extent): Refusal {
  const sets = over.map(({ set }) => set).join(', ');
  const hint = `write "${inputLabel(key, elements[0] ?? '')}", or { among: [${key}], rank: ... } for all pairs of it`;
  return refuse(
    'wrong-indices',
    `${key} is over ${sets}; a pair names one of it`,
    0,
    key.length,
    hint,
  );
}

/**
 * Finds the inputs that a name in `correlations:` stands for. A name over sets without brackets stands for all its
 * elements that are drawn, if it may stand for `several`.
 */
export function resolveName(
  text: string,
  names: NameSpace,
  several: boolean,
): NamedInputs | Refusal {
  const [, key, inner] = NAME.exec(text) ?? [];
  if (key === undefined) {
    const hint = 'a name is written module.name, or "module.name[element]"';
    return refuse('bad-name', `"${text}" is no name`, 0, text.length, hint);
  }
  const thing = names.things.get(key);
  if (thing === undefined) return unknown(key, names);
  const { kind, extent } = thing;
  if (kind !== 'uncertainty' && kind !== 'shock') {
    const [what, instead] = NOT_DRAWN[kind];
    return refuse('bad-correlation', `${key} is ${what}`, 0, key.length, instead);
  }
  if (inner === undefined && extent.over.length > 0 && !several) return needsElement(key, extent);
  const tuple =
    inner === undefined ? null : tupleIn(key, inner, text.indexOf('[') + 1, extent, names.sets);
  if (isRefusal(tuple)) return tuple;
  const elements = tuple === null ? extent.elements : [tuple as string];
  const labels = elements.filter(thing.isDrawn).map((element) => inputLabel(key, element));
  if (labels.length > 0) return { kind, labels };
  const hint = 'give it an `uncertainty:`, or leave it out here';
  return refuse('bad-correlation', `${text} is certain in every scenario`, 0, text.length, hint);
}
