import { error, type Position } from '../problem.ts';
import type { MapEntry, MapNode, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import { formulaOf, showFormula } from './located.ts';
import type { Term, When } from './model-text.ts';
import { entryOf, type Reading, refuseOtherKeys, wanted, wordsOf } from './read-scalar.ts';
import { type Deed, TERM_KINDS, type TermForm } from './term-kinds.ts';

/** One entry of `terms:`: a term, or null where `none` removes it. */
export interface TermEdit {
  readonly name: string;
  readonly term: Term | null;
  readonly position: Position;
}

/** What a term's `status:` may say. */
export const STATUSES = ['announced', 'in force', 'suspended'] as const;

function statusOf(reading: Reading, node: MapNode): Term['status'] | null {
  const status = entryOf(node, 'status');
  const text = status?.kind === 'scalar' ? wordsOf(status) : '';
  const known = STATUSES.find((name) => name === text);
  if (known !== undefined) return known;
  const position = status?.position ?? node.position;
  return wanted(reading, `\`status:\` with one of ${STATUSES.join(', ')}`, position);
}

function readWhen(reading: Reading, node: SourceNode, body: SourceNode, deed: Deed): When | null {
  if (node.kind !== 'scalar' || wordsOf(node) === '') {
    return wanted(reading, 'a condition such as `talks.paid < talks.owed`', node.position);
  }
  const date = entryOf(body, 'on') ?? entryOf(body, 'from');
  if (date === undefined) {
    const hint = 'a term with `when:` is decided on at its date';
    return wanted(reading, 'a date `from:`', body.position, hint);
  }
  return { formula: formulaOf(node), date: deed.date, datePosition: date.position };
}

function describe(kind: string, body: SourceNode, when: When | null, status: string): string {
  const parts = body.kind === 'map' ? body.entries : [];
  const words = parts.map(
    ({ key, value }) => `${key} ${value.kind === 'scalar' ? wordsOf(value) : '?'}`,
  );
  const condition = when === null ? '' : ` when ${showFormula(when.formula)}`;
  return `${kind} ${words.join(', ')}${condition} (${status})`;
}

function unknownTerm(reading: Reading, key: string, position: Position): null {
  const known = [...TERM_KINDS.keys()];
  const hint = hintFor(key, known) ?? `known: ${known.join(', ')}`;
  reading.problems.push(error('unknown-key', `there is no term "${key}"`, position, hint));
  return null;
}

function readTerm(form: TermForm, entryOfTerm: MapEntry): TermEdit | null {
  const { key: name, keyPosition: position, value: node } = entryOfTerm;
  const { reading } = form;
  if (node.kind === 'scalar' && wordsOf(node) === 'none') return { name, term: null, position };
  const words = ['when', 'status'];
  const entry =
    node.kind === 'map' ? node.entries.find(({ key }) => !words.includes(key)) : undefined;
  if (node.kind !== 'map' || entry === undefined) {
    return wanted(reading, 'a term such as `{ deferral: {...}, status: in force }`', node.position);
  }
  const { key, keyPosition, value: body } = entry;
  const kind = TERM_KINDS.get(key);
  if (kind === undefined) return unknownTerm(reading, key, keyPosition);
  const before = reading.problems.length;
  refuseOtherKeys(reading, node, [key, ...words]);
  refuseOtherKeys(reading, body, kind.keys);
  // What a strange key was meant for would be missed below.
  if (reading.problems.length > before) return null;
  const status = statusOf(reading, node);
  const deed = kind.read({ ...form, body });
  const condition = entryOf(node, 'when');
  const when =
    condition === undefined || deed === null ? null : readWhen(reading, condition, body, deed);
  if (status === null || deed === null || (condition !== undefined && when === null)) return null;
  const text = `${name}: ${describe(key, body, when, status)}`;
  return { name, position, term: { name, status, act: deed.act, when, text } };
}

/** Reads `terms:`, named acts on a schedule; `none` removes an ancestor's. */
export function readTerms(form: TermForm, node: SourceNode): TermEdit[] {
  if (node.kind !== 'map') {
    wanted(form.reading, 'a map of terms', node.position);
    return [];
  }
  return node.entries.flatMap((entry) => readTerm(form, entry) ?? []);
}
