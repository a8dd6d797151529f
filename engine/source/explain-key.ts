import type { z } from 'zod';
import { error, type Position, type Problem } from '../problem.ts';
import { PLAIN_DIGITS } from './check-number.ts';
import { describeSchemas, quote } from './describe-schema.ts';
import type { SourceNode } from './document.ts';
import { findEntry, nodeAt } from './locate.ts';
import { nameOf, type Place } from './place.ts';
import { allowedKeys } from './schema-walk.ts';
import { hintFor } from './suggest.ts';

/** Names a key that is needed and not there, at the nearest key that is. */
export function explainMissing({ root, path, schemas }: Place): Problem {
  const { node, depth, keyPosition } = nodeAt(root, path);
  const key = String(path[depth]);
  const message = `${nameOf(path.slice(0, depth))} needs a \`${key}\``;
  const hint = `\`${key}\` is ${describeSchemas(schemas)}`;
  const position = typeof path[depth - 1] === 'number' ? node.position : keyPosition;
  return error('missing-key', message, position ?? node.position, hint);
}

/** Points at each key that is not known where it stands. */
export function explainUnknown(keys: readonly string[], { root, path, schemas }: Place): Problem[] {
  const { node } = nodeAt(root, path);
  const present = node.kind === 'map' ? node.entries.map((entry) => entry.key) : [];
  const candidates = allowedKeys(schemas).filter((key) => !present.includes(key));
  return oneOfFormula(keys).map((key) => {
    const owner = path.length === 0 ? '' : ` in ${nameOf(path)}`;
    const hint = hintForSlip(key) ?? hintFor(key, candidates) ?? listKeys(candidates);
    return error('unknown-key', `unknown key "${key}"${owner}`, keyAt(node, key), hint);
  });
}

/** A formula without quotes falls apart at each of its commas: one slip, several keys. */
function oneOfFormula(keys: readonly string[]): readonly string[] {
  const pieces = keys.filter((key) => FORMULA_PIECE.test(key));
  return pieces.length === 0 ? keys : pieces.slice(0, 1);
}

const FORMULA_PIECE = /[()[\]]/;

/** Says what to do where a comma or a missing space makes a key of what was meant as a value. */
export function hintForSlip(key: string): string | undefined {
  if (FORMULA_PIECE.test(key))
    return 'inside { } a comma ends a value: put the whole formula in quotes';
  if (/^\d/.test(key)) return PLAIN_DIGITS;
  return key.includes(':') ? 'a colon needs a space after it' : undefined;
}

function listKeys(candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const more = candidates.length > 12 ? ', ...' : '';
  return `keys that may be added here: ${candidates.slice(0, 12).join(', ')}${more}`;
}

function keyAt(node: SourceNode, key: string): Position {
  const entry = node.kind === 'map' ? findEntry(node.entries, key) : undefined;
  return entry?.keyPosition ?? node.position;
}

/** Points at a key that the schema does not take as a name. */
export function explainKey(issue: z.core.$ZodIssueInvalidKey, { root, path }: Place): Problem {
  const { node, keyPosition } = nodeAt(root, path);
  const key = String(path.at(-1));
  const [inner] = issue.issues;
  const names = inner?.code === 'invalid_value' ? inner.values.map(String) : [];
  const message = `"${key}" ${inner?.message || 'cannot be a name here'}`;
  return error('bad-name', message, keyPosition ?? node.position, hintFor(key, names));
}

/** Points at keys of which each would do, but not beside the others. */
export function explainMixture(keys: readonly string[], place: Place): readonly Problem[] {
  const { root, path } = place;
  const { node } = nodeAt(root, path);
  const others = node.kind === 'map' ? node.entries.map((entry) => entry.key) : [];
  const fitting = others.filter((key) => !keys.includes(key)).map(quote);
  if (fitting.length === 0) return explainUnknown(keys, place);
  return keys.map((key) => {
    const message = `${nameOf(path)} cannot have "${key}" beside ${fitting.join(', ')}`;
    return error('unknown-key', message, keyAt(node, key), 'keep one of them');
  });
}

/** Names the keys of which one is needed. */
export function explainNeeded(keys: readonly string[], { root, path }: Place): Problem {
  const { node, keyPosition } = nodeAt(root, path);
  const message = `${nameOf(path)} needs one of ${keys.map((key) => `\`${key}\``).join(', ')}`;
  return error('missing-key', message, keyPosition ?? node.position);
}
