import { error, type Position, type Problem } from '../problem.ts';
import { type Day, dateHint, isDateElsewhere, monthsOf, readDay } from '../quantity/calendar.ts';
import { misfit, readQuantity } from '../quantity/quantity.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { ONE, type Unit } from '../quantity/unit.ts';
import type { SourceNode } from '../source/document.ts';
import { readExtent, SCALAR, type Sets } from './extent.ts';
import { entriesOf, formulaOf, placeOf, textOf, wordsIn } from './located.ts';
import type { Clock, Extent } from './model-text.ts';
import { checkName, checkTitle } from './names.ts';
import { type GivenLevers, readGivenLevers } from './read-given-levers.ts';
import { entryOf, type Reading, readUnitKey, report, wordsOf } from './read-scalar.ts';
import type { SettingsContext } from './read-settings.ts';
import type { Bound, Measure, Trajectory } from './study.ts';

const STEP_MONTHS = { months: 1, quarters: 3, years: 12 } as const;
const STEP_NAMES = { months: 'month', quarters: 'quarter', years: 'year' } as const;

/** Reads `{ from: 2025-04, months: 60 }` (or quarters, or years). */
export function readClock(problems: Problem[], node: SourceNode): Clock {
  const from = readDay(wordsIn(entryOf(node, 'from')));
  const unit = (['months', 'quarters', 'years'] as const).find(
    (name) => entryOf(node, name) !== undefined,
  )!;
  let start = 0;
  if (isRefusal(from)) {
    problems.push(error('bad-date', from.message, placeOf(node, 'from', node.position), from.hint));
  } else if (from.day !== 1) {
    const message = 'the horizon starts on the first day of a month';
    problems.push(error('bad-date', message, placeOf(node, 'from', node.position)));
  } else {
    start = monthsOf(from);
  }
  const steps = Number(wordsIn(entryOf(node, unit)));
  return { start, steps, stepMonths: STEP_MONTHS[unit], stepName: STEP_NAMES[unit] };
}

/** The hour of a day and its time zone. */
const HOUR = / ([01]\d|2[0-3]):[0-5]\d( [A-Za-z][\w+-]*(\/[A-Za-z][\w+-]*)*)?$/;

/** Reads the day of `as_of: 2025-04-09 18:00 Asia/Seoul`. */
export function readAsOf(problems: Problem[], node: SourceNode): Day {
  const text = wordsIn(node);
  const hour = HOUR.exec(text)?.[0] ?? '';
  const written = text.slice(0, text.length - hour.length);
  const day = readDay(written);
  if (!isRefusal(day)) return day;
  const usual = 'write 2025-04-09, or 2025-04-09 18:00 Asia/Seoul';
  const hint = isDateElsewhere(written) ? dateHint(written) : usual;
  problems.push(error('bad-date', day.message, node.position, hint));
  return { year: 9999, month: 12, day: 31 };
}

const BOUND = /^(<=|>=|<|>)\s*(.+)$/s;

/** Tells whether a scalar is written as a bound, such as `>= -0.3%`. */
export function isBound(node: SourceNode): boolean {
  return node.kind === 'scalar' && BOUND.test(wordsOf(node));
}

/** Reads a bound such as `>= -0.3%`. */
export function readBound(reading: Reading, node: SourceNode, unit: Unit): Bound | null {
  const match = node.kind === 'scalar' ? BOUND.exec(wordsOf(node)) : null;
  if (node.kind !== 'scalar' || match === null) {
    const hint = 'a bound is written `">= -0.3%"`';
    reading.problems.push(error('wrong-type', 'a bound is wanted here', node.position, hint));
    return null;
  }
  const [text, operator = '', rest = ''] = match;
  const quantity = readQuantity(rest);
  const problem = isRefusal(quantity) ? quantity : misfit(quantity, unit, rest);
  if (problem !== null)
    return report(reading, node, { ...problem, offset: text.length - rest.length });
  const { value } = quantity as { value: number };
  return { operator: operator as Bound['operator'], value, text };
}

/** Gives the end of the title of what is of one element of sets. */
export function endingOf(element: string): string {
  return `, ${element.replaceAll(',', ', ')}`;
}

/** Makes one of a thing over sets for each of its elements: `price` over region is price_US, price_JP. */
function forEach<T extends { readonly name: string; readonly title: string }>(
  reading: Reading,
  node: SourceNode,
  sets: Sets,
  one: T,
): readonly (T & { readonly extent: Extent })[] {
  const { over, elements } = readExtent(reading, entryOf(node, 'over'), sets);
  if (over.length === 0) return [{ ...one, extent: SCALAR }];
  return elements.map((element) => ({
    ...one,
    name: `${one.name}_${element.replaceAll(',', '_')}`,
    title: one.title + endingOf(element),
    extent: { over, elements: [element] },
  }));
}

function readApplies(context: SettingsContext, node: SourceNode): GivenLevers | null {
  if (entryOf(node, 'applies') === undefined) return null;
  return readGivenLevers(context, node, 'applies', 'where it applies');
}

/** Reads the measures of study.yaml, one for each element of the sets that they are over. */
export function readMeasures(context: SettingsContext, root: SourceNode): readonly Measure[] {
  const { reading, sets } = context;
  const seen = new Set<string>();
  return entriesOf(root, 'measures').flatMap(({ key, keyPosition, value: node }) => {
    checkName(reading.problems, key, 'a measure', keyPosition);
    const before = reading.problems.length;
    const unit = readUnitKey(reading, node, ONE);
    // Of a unit that is none, a target can only look wrong.
    const target = reading.problems.length > before ? undefined : entryOf(node, 'target');
    const measures = forEach(reading, node, sets, {
      name: key,
      title: textOf(node, 'title'),
      about: textOf(node, 'about'),
      unit,
      formula: formulaOf(entryOf(node, 'formula')!),
      better: textOf(node, 'better') as Measure['better'],
      target: target === undefined ? null : readBound(reading, target, unit),
      applies: readApplies(context, node),
    });
    const twice = measures.find(({ name }) => seen.has(name));
    if (twice !== undefined) {
      const message = `${twice.name} is the name of another measure, which is over sets`;
      reading.problems.push(error('duplicate-name', message, keyPosition, 'name one otherwise'));
    }
    for (const { name } of measures) seen.add(name);
    return measures;
  });
}

/** Reads the trajectories of study.yaml, one for each element of the sets that they are over. */
export function readTrajectories(
  reading: Reading,
  root: SourceNode,
  sets: Sets,
): readonly Trajectory[] {
  return entriesOf(root, 'trajectories').flatMap(({ key, keyPosition, value: node }) => {
    checkTitle(reading.problems, key, 'a trajectory', keyPosition);
    return forEach(reading, node, sets, {
      name: key,
      title: textOf(node, 'title'),
      unit: readUnitKey(reading, node, ONE),
      formula: formulaOf(entryOf(node, 'formula')!),
    });
  });
}

/** Reports a name in study.yaml that refers to nothing. */
export function checkReference(
  problems: Problem[],
  code: 'unknown-scenario' | 'unknown-measure' | 'unknown-condition',
  name: string,
  known: readonly string[],
  position: Position,
  hint: string | undefined,
): void {
  if (known.includes(name)) return;
  const what = code.slice('unknown-'.length);
  problems.push(error(code, `there is no ${what} "${name}"`, position, hint));
}
