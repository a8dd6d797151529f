import type { RankedPair } from '../distribution/gaussian-copula.ts';
import { error, type Problem } from '../problem.ts';
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

/** Says why an input cannot be paired with those listed before it; null where it can. */
function misfit(listed: readonly Listed[], { label, kind, node }: Listed): Problem | null {
  const first = listed[0]!;
  if (listed.find((other) => other.label === label)!.node !== node) {
    return error('duplicate-name', `${label} stands here twice`, node.position);
  }
  if (kind === first.kind) return null;
  const what = (one: Listed['kind']) => (one === 'shock' ? 'a shock' : 'an uncertainty');
  const message = `${label} is ${what(kind)} and ${first.label} ${what(first.kind)}`;
  const hint = 'an uncertainty is drawn once and a shock at every step: correlate two of a kind';
  return error('bad-correlation', message, node.position, hint);
}

/** Reports what an entry lists but cannot pair, once for each name. */
function canPair({ reading }: SettingsContext, listed: readonly Listed[], entry: Entry): boolean {
  const found = new Map<ScalarNode, Problem>();
  for (const one of listed) {
    const problem = misfit(listed, one);
    if (problem !== null && !found.has(one.node)) found.set(one.node, problem);
  }
  reading.problems.push(...found.values());
  if (listed.length > 1) return found.size === 0;
  const message = `${listed[0]!.label} is alone; it takes two to correlate`;
  reading.problems.push(error('bad-correlation', message, entry.node.position));
  return false;
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
