import { error, type Position } from '../problem.ts';
import type { SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import { textsIn } from './case-path.ts';
import type { Sets } from './extent.ts';
import { type Filling, fillNode } from './fill.ts';
import { entriesOf } from './located.ts';
import type { ModelText } from './model-text.ts';
import { checkName } from './names.ts';
import { type Reading, wanted } from './read-scalar.ts';

/** The sets that a case brings, and what its own names of elements are called in the model. */
export interface CaseSets {
  readonly sets: Sets;
  readonly elements: ReadonlyMap<string, string>;
}

/** Lists the words that an element must not be called by, since formulas use them for something else. */
export function takenWords({ sets, modules }: ModelText): ReadonlySet<string> {
  const words = new Set(sets.keys());
  for (const { name, levers, assumptions, shocks, equations, unknowns, checks } of modules) {
    words.add(name);
    for (const one of [...levers, ...assumptions, ...shocks, ...equations, ...unknowns]) {
      words.add(one.name);
      for (const index of one.extent.over) words.add(index.name);
    }
    const formulas = [...equations, ...checks].map(({ formula }) => formula);
    for (const { text } of [...formulas, ...unknowns.map(({ residual }) => residual)]) {
      for (const [, index] of text.text.matchAll(/(\w+)\s+in\s/g)) words.add(index!);
    }
  }
  return words;
}

function isUsable(name: string, at: Position): boolean {
  const problems: never[] = [];
  checkName(problems, name, 'an element', at);
  return problems.length === 0;
}

/** Makes an identifier of any name: `Cote d'Ivoire` becomes Cote_d_Ivoire, a name without letters region_3. */
function nameElement(text: string, otherwise: string, isFree: (name: string) => boolean): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  const joined = plain.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  const base = /^[A-Za-z]/.test(joined) ? joined : otherwise;
  if (isFree(base)) return base;
  let number = 2;
  while (!isFree(`${base}_${number}`)) number += 1;
  return `${base}_${number}`;
}

/** Lists the names of elements that a part of a case gives: its texts or keys; null for a list of other things. */
function namesIn(node: SourceNode): readonly string[] | null {
  if (node.kind === 'map') return node.entries.map(({ key }) => key);
  if (node.kind === 'scalar') return [String(node.value)];
  return textsIn(node);
}

function checkNames(reading: Reading, names: readonly string[], set: string, at: SourceNode): void {
  const items = at.kind === 'list' ? at.items : [];
  const isText = (item: SourceNode) => item.kind === 'scalar' && typeof item.value === 'string';
  const other = items.find((item) => !isText(item));
  if (other !== undefined && items.some(isText)) wanted(reading, 'a name', other.position);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return;
  const place = at.kind === 'list' ? (at.items[names.lastIndexOf(twice)] ?? at) : at;
  const message = `"${twice}" stands twice among the elements of ${set}`;
  reading.problems.push(error('duplicate-name', message, place.position));
}

/**
 * Reads `sets:` of a test for one case: each is filled by a list of names, or by the length of a list of other
 * things. Names that are no identifiers, or mean something else in the model, are made into some.
 */
export function readCaseSets(
  reading: Reading,
  node: SourceNode | undefined,
  filling: Filling,
  base: Sets,
  taken: ReadonlySet<string>,
): CaseSets {
  const sets = new Map<string, readonly string[]>();
  const elements = new Map<string, string>();
  const used = new Set<string>(taken);
  for (const { key: set, keyPosition, value } of entriesOf(node)) {
    if (!base.has(set)) {
      const hint = hintFor(set, base.keys());
      reading.problems.push(error('unknown-set', `there is no set "${set}"`, keyPosition, hint));
      continue;
    }
    const found = fillNode(filling, value);
    if (found === undefined) continue;
    const names = namesIn(found);
    checkNames(reading, names ?? [], set, found);
    const items = names ?? (found.kind === 'list' ? found.items.map(() => '') : []);
    const isFree = (name: string) => !used.has(name) && isUsable(name, found.position);
    const called = items.map((name, at) => {
      const known = elements.get(name);
      const chosen = known ?? nameElement(name, `${set}_${at + 1}`, isFree);
      if (name !== '') elements.set(name, chosen);
      used.add(chosen);
      return chosen;
    });
    if (called.length === 0) {
      const message = `the case gives no element of ${set}`;
      reading.problems.push(error('missing-element', message, found.position));
    }
    sets.set(set, called);
  }
  return { sets, elements };
}
