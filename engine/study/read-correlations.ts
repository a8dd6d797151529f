import type { RankedPair } from '../distribution/gaussian-copula.ts';
import { error } from '../problem.ts';
import { isRefusal } from '../quantity/refusal.ts';
import type { ScalarNode, SourceNode } from '../source/document.ts';
import { checkDefinite, type GivenPair } from './check-definite.ts';
import { type NamedInputs, type NameSpace, openNames, resolveName } from './correlated-name.ts';
import { textsOf } from './located.ts';
import { entryOf, report, wordsOf } from './read-scalar.ts';
import type { SettingsContext } from './read-settings.ts';
import type { Scenario } from './study.ts';

/** One input that an entry lists. */
interface Listed {
  readonly label: string;
  readonly kind: NamedInputs['kind'];
  readonly node: ScalarNode;
}

/** An entry in either form: the names that it lists, and its rank correlation. */
interface Entry {
  readonly node: SourceNode;
  readonly names: readonly ScalarNode[];
  readonly several: boolean;
  readonly rank: ScalarNode;
}

function entryIn(node: SourceNode): Entry {
  const items = node.kind === 'list' ? (node.items as readonly ScalarNode[]) : null;
  return items === null
    ? {
        node,
        names: textsOf(node, 'among'),
        several: true,
        rank: entryOf(node, 'rank') as ScalarNode,
      }
    : { node, names: items.slice(0, 2), several: false, rank: items[2]! };
}

/** Lists the inputs of an entry; null where a name is wrong, or stands in a module that cannot be read. */
function listInputs(
  { reading, broken }: SettingsContext,
  names: NameSpace,
  entry: Entry,
): readonly Listed[] | null {
  const found = entry.names.map((node): readonly Listed[] | null => {
    const text = wordsOf(node);
    if (broken.has(text.split('.')[0]!)) return null;
    const inputs = resolveName(text, names, entry.several);
    if (isRefusal(inputs)) return report(reading, node, inputs);
    return inputs.labels.map((label) => ({ label, kind: inputs.kind, node }));
  });
  return found.includes(null) ? null : found.flatMap((listed) => listed ?? []);
}

/** Reports what an entry lists but cannot pair. */
function canPair(
  { reading: { problems } }: SettingsContext,
  listed: readonly Listed[],
  entry: Entry,
) {
  const [first] = listed;
  const before = problems.length;
  for (const [index, { label, kind, node }] of listed.entries()) {
    if (listed.findIndex((other) => other.label === label) < index) {
      problems.push(error('duplicate-name', `${label} stands here twice`, node.position));
    }
    if (kind === first!.kind) continue;
    const what = (one: Listed['kind']) => (one === 'shock' ? 'a shock' : 'an uncertainty');
    const message = `${label} is ${what(kind)} and ${first!.label} ${what(first!.kind)}`;
    const hint = 'an uncertainty is drawn once and a shock at every step: correlate two of a kind';
    problems.push(error('bad-correlation', message, node.position, hint));
  }
  if (listed.length === 1) {
    const message = `${first!.label} is alone; it takes two to correlate`;
    problems.push(error('bad-correlation', message, entry.node.position));
  }
  return problems.length === before;
}

function addPair(given: Map<string, GivenPair>, pair: GivenPair): GivenPair | null {
  const key = `${pair.one}\n${pair.other}`;
  const known = given.get(key);
  if (known === undefined) given.set(key, pair);
  return known === undefined || known.rank === pair.rank ? null : known;
}

function addEntry(
  { reading }: SettingsContext,
  given: Map<string, GivenPair>,
  listed: readonly Listed[],
  entry: Entry,
): void {
  const labels = listed.map(({ label }) => label).sort();
  const rank = Number(entry.rank.value);
  for (const [index, one] of labels.entries()) {
    for (const other of labels.slice(index + 1)) {
      const known = addPair(given, { one, other, rank, entry: entry.node });
      if (known === null) continue;
      const message = `${one} and ${other} are given ${known.rank} and ${rank}`;
      const hint = `line ${known.entry.position.line} says ${known.rank}; a pair has one rank correlation`;
      reading.problems.push(error('bad-correlation', message, entry.rank.position, hint));
      return;
    }
  }
}

function byName(a: RankedPair, b: RankedPair): number {
  return inOrder(a.one, b.one) || inOrder(a.other, b.other);
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Reads `correlations:` of study.yaml into pairs of inputs, in order of name.
 *
 * Errors: what cannot be drawn or paired, and correlations that no draws can have together.
 */
export function readCorrelations(
  context: SettingsContext,
  root: SourceNode,
  scenarios: readonly Scenario[],
): readonly RankedPair[] {
  const node = entryOf(root, 'correlations');
  if (node?.kind !== 'list') return [];
  const names = openNames(context.model, scenarios);
  const given = new Map<string, GivenPair>();
  for (const item of node.items) {
    const entry = entryIn(item);
    const listed = listInputs(context, names, entry);
    if (listed !== null && canPair(context, listed, entry)) addEntry(context, given, listed, entry);
  }
  checkDefinite(context.reading.problems, [...given.values()]);
  return [...given.values()].map(({ one, other, rank }) => ({ one, other, rank })).sort(byName);
}
