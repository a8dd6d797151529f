import { error } from '../problem.ts';
import type { MapEntry, SourceNode } from '../source/document.ts';
import { entriesOf } from './located.ts';
import { mergeLevers } from './merge.ts';
import type { LeverSetting, Settings } from './model-text.ts';
import type { LeverEdit } from './read-lever-value.ts';
import { describeNode } from './read-lever-value.ts';
import { entryOf, wanted } from './read-scalar.ts';
import { readLeverEntry, type SettingsContext } from './read-settings.ts';

/** Levers with their values, as `impose:` of a condition and `applies:` of a measure name them. */
export interface GivenLevers {
  /** All elements of the levers that are named: those that are not have their default. */
  readonly levers: Settings<LeverSetting>;
  /** The elements that are named, by lever. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
  readonly text: string;
}

/** Reads the map of levers below a key; what is wanted there is said where it is empty. */
export function readGivenLevers(
  context: SettingsContext,
  node: SourceNode,
  key: 'impose' | 'applies',
  what: string,
): GivenLevers {
  const given = entryOf(node, key)!;
  const edits = new Map<string, ReadonlyMap<string, LeverEdit>>();
  if (entriesOf(given).length === 0) {
    const hint = 'name levers and their values: { talks.deal_on: never }';
    wanted(context.reading, what, given.position, hint);
  }
  for (const entry of entriesOf(given)) {
    if (refuseHalfName(context, entry)) continue;
    const edit = readLeverEntry(context, entry.key, entry);
    if (edit !== null) edits.set(entry.key, edit);
  }
  const levers = new Map([...context.levers].filter(([name]) => edits.has(name)));
  const layer = { file: node.position.file, edits: { levers: edits, assumptions: new Map() } };
  return {
    levers: mergeLevers(levers, [layer], context.reading.problems),
    named: new Map([...edits].map(([name, edit]) => [name, new Set(edit.keys())])),
    text: describeNode(given),
  };
}

/** Refuses a name that is no lever's whole one; tells whether it did. */
function refuseHalfName(context: SettingsContext, { key, keyPosition, value }: MapEntry): boolean {
  const { levers, assumptions, broken, reading } = context;
  if (levers.has(key) || (key.includes('.') && !assumptions.has(key)) || broken.has(key)) {
    return false;
  }
  const hint = assumptions.has(key)
    ? `${key.split('.')[1]} is an assumption; what is named here are levers`
    : hintForHalf([...levers.keys()], key, entriesOf(value)[0]?.key);
  reading.problems.push(error('unknown-lever', `there is no lever "${key}"`, keyPosition, hint));
  return true;
}

function hintForHalf(known: readonly string[], key: string, below: string | undefined): string {
  const whole = known.find((name) => name === `${key}.${below}`);
  if (whole !== undefined) return `name module and lever: ${whole}`;
  const meant = known.filter((name) => name.endsWith(`.${key}`));
  if (meant.length === 1) return `did you mean "${meant[0]}"?`;
  return `name module and lever, such as ${known[0] ?? 'talks.deal_on'}`;
}
