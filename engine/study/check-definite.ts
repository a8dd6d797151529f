import { cholesky } from '../arithmetic/cholesky.ts';
import { correlatedGroups, type RankedPair, scoreMatrix } from '../distribution/gaussian-copula.ts';
import { error, type Problem } from '../problem.ts';
import type { SourceNode } from '../source/document.ts';

/** A pair as given: `one` before `other` by name, and the entry that gives it. */
export interface GivenPair extends RankedPair {
  readonly entry: SourceNode;
}

/** As many pairs as a message names. */
const NAMED_PAIRS = 10;

/** What an entry might say instead: hundredths. */
const RANKS = Array.from({ length: 199 }, (_, index) => (index - 99) / 100);

type Names = readonly string[];

function areDefinite(names: Names, pairs: readonly RankedPair[]): boolean {
  return cholesky(scoreMatrix(names, pairs)).definite;
}

/** Takes away every name without which the others still contradict each other. */
function contradiction(names: Names, pairs: readonly RankedPair[]): Names {
  return names.reduce((left, name) => {
    const rest = left.filter((other) => other !== name);
    return areDefinite(rest, pairs) ? left : rest;
  }, names);
}

function pairsOf(names: Names, given: readonly GivenPair[]): readonly GivenPair[] {
  return given.filter(({ one, other }) => names.includes(one) && names.includes(other));
}

function listed(pairs: readonly string[]): string {
  const more = pairs.length - NAMED_PAIRS;
  return pairs.slice(0, NAMED_PAIRS).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Names the pairs that nobody gave: that they are 0 is part of the contradiction. */
function silent(names: Names, pairs: readonly GivenPair[]): readonly string[] {
  const given = new Set(pairs.map(({ one, other }) => `${one} and ${other}`));
  const all = names.flatMap((one, at) => names.slice(at + 1).map((other) => `${one} and ${other}`));
  return all.filter((pair) => !given.has(pair));
}

/** Lists the ranks that an entry might give instead, the other pairs as they are. */
function ranksThatFit(names: Names, given: readonly GivenPair[], entry: SourceNode) {
  return RANKS.filter((rank) =>
    areDefinite(
      names,
      given.map((pair) => (pair.entry === entry ? { ...pair, rank } : pair)),
    ),
  );
}

/** Looks at all that hangs together first; another contradiction in it may leave no rank that fits. */
function hintFor(group: Names, names: Names, given: readonly GivenPair[], entry: SourceNode) {
  const inAll = ranksThatFit(group, given, entry);
  const fits = inAll.length > 0 ? inAll : ranksThatFit(names, given, entry);
  if (fits.length === 0) return 'take rank correlations nearer to 0';
  const [low, high] = [fits[0], fits.at(-1)];
  if (pairsOf(group, given).every((pair) => pair.entry === entry)) {
    return `one rank for all pairs may be from ${low} to ${high}`;
  }
  return `with the others as they are, ${low} to ${high} would do here`;
}

/** Reports the correlations that no draws can have together, once for each group that hangs together. */
export function checkDefinite(problems: Problem[], given: readonly GivenPair[]): void {
  for (const group of correlatedGroups(given)) {
    const { rows, definite } = cholesky(scoreMatrix(group, given));
    if (definite) continue;
    const names = contradiction(group.slice(0, rows.length + 1), given);
    const pairs = pairsOf(names, given);
    const said = listed(pairs.map(({ one, other, rank }) => `${one} and ${other} ${rank}`));
    const unsaid = silent(names, pairs);
    const zeros = unsaid.length === 0 ? '' : `; not given and so 0: ${listed(unsaid)}`;
    const message = `these rank correlations cannot hold together: ${said}${zeros}`;
    const { entry } = pairs.at(-1)!;
    const hint = hintFor(group, names, given, entry);
    problems.push(error('bad-correlation', message, entry.position, hint));
  }
}
