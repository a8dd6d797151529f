import type { z } from 'zod';
import { error, type Position, type Problem, type ProblemCode } from '../problem.ts';
import { describeSchemas, quote } from './describe-schema.ts';
import type { SourceNode } from './document.ts';
import { findEntry, nodeAt } from './locate.ts';
import { goTo, isMissing, nameOf, type Path, type Place } from './place.ts';
import { allowedKeys } from './schema-walk.ts';
import { hintFor, suggest } from './suggest.ts';
import { nearBranches, nearest, strangeKeys } from './union-branch.ts';

type Issue = z.core.$ZodIssue;

/** Turns the issues of a schema into problems at their places in the file. */
export function explainIssues(issues: readonly Issue[], from: Place): readonly Problem[] {
  return issues
    .filter((issue) => !isTwin(issue, issues, from))
    .flatMap((issue) => explainIssue(issue, from));
}

/** A mistyped key is one slip, though the schema sees two: one key too many and one too few. */
function isTwin(issue: Issue, issues: readonly Issue[], from: Place): boolean {
  const missing = String(issue.path.at(-1));
  const parent = issue.path.slice(0, -1).join('\n');
  if (issue.path.length === 0 || !isMissing(goTo(from, issue.path as Path))) return false;
  return issues.some(
    (other) =>
      other.code === 'unrecognized_keys' &&
      other.path.join('\n') === parent &&
      other.keys.some((key) => suggest(key, [missing]) !== undefined),
  );
}

function explainIssue(issue: Issue, from: Place): readonly Problem[] {
  const place = goTo(from, issue.path as Path);
  if (issue.code === 'custom') return [explainCustom(issue, place)];
  if (isMissing(place)) return [explainMissing(place)];
  if (issue.code === 'unrecognized_keys') return explainUnknown(issue.keys, place);
  if (issue.code === 'invalid_key') return [explainKey(issue, place)];
  if (issue.code === 'invalid_union') return explainUnion(issue, place);
  return [explainValue(issue, place)];
}

function explainMissing({ root, path, schemas }: Place): Problem {
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
  return keys.map((key) => {
    const owner = path.length === 0 ? '' : ` in ${nameOf(path)}`;
    const hint = hintFor(key, candidates) ?? hintForColon(key) ?? listKeys(candidates);
    return error('unknown-key', `unknown key "${key}"${owner}`, keyAt(node, key), hint);
  });
}

function hintForColon(key: string): string | undefined {
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

function explainKey(issue: z.core.$ZodIssueInvalidKey, { root, path }: Place): Problem {
  const { node, keyPosition } = nodeAt(root, path);
  const key = String(path.at(-1));
  const [inner] = issue.issues;
  const names = inner?.code === 'invalid_value' ? inner.values.map(String) : [];
  const message = `"${key}" ${inner?.message || 'cannot be a name here'}`;
  return error('bad-name', message, keyPosition ?? node.position, hintFor(key, names));
}

/** A refinement may say more in its `params`: the code, a hint, and whether its key is at fault. */
interface CustomParams {
  readonly code?: ProblemCode;
  readonly hint?: string;
  readonly at?: 'key';
}

function explainCustom(issue: z.core.$ZodIssueCustom, { root, path }: Place): Problem {
  const { node, keyPosition } = nodeAt(root, path);
  const params: CustomParams = issue.params ?? {};
  const position = params.at === 'key' ? (keyPosition ?? node.position) : node.position;
  const message = `${nameOf(path)} ${issue.message || 'is not allowed'}`;
  return error(params.code ?? 'wrong-type', message, position, params.hint);
}

/** A schema's own message completes a sentence that starts with the name of the place. */
function explainValue(issue: Issue, { root, path, schemas }: Place): Problem {
  const { node } = nodeAt(root, path);
  const wanted = issue.message || `must be ${sizeOf(issue) ?? describeSchemas(schemas)}`;
  const hint = hintForValue(issue, node);
  return error(codeOf(issue), `${nameOf(path)} ${wanted}, ${found(node)}`, node.position, hint);
}

function codeOf(issue: Issue): ProblemCode {
  const isBound = issue.code === 'too_small' || issue.code === 'too_big';
  return isBound && issue.origin === 'number' ? 'out-of-bounds' : 'wrong-type';
}

function sizeOf(issue: Issue): string | undefined {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined;
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const bound = issue.code === 'too_small' ? 'at least' : 'at most';
  if (issue.origin === 'array') return `a list of ${bound} ${count(limit, 'item')}`;
  if (issue.origin === 'string') return `a text of ${bound} ${count(limit, 'letter')}`;
  return undefined;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function hintForValue(issue: Issue, node: SourceNode): string | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  return hintFor(node.value, valuesOf(issue));
}

/** Lists the words that a value could have been. */
function valuesOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_union' || issue.inclusive === false) return [];
  return [...(issue.options ?? []).map(String), ...issue.errors.flat().flatMap(valuesOf)];
}

function found(node: SourceNode): string {
  if (node.kind === 'map') return 'found a map of keys and values';
  if (node.kind === 'list') return 'found a list';
  return node.value === null ? 'but it has no value' : `found ${quote(node.value)}`;
}

function explainUnion(issue: z.core.$ZodIssueInvalidUnion, place: Place): readonly Problem[] {
  const branches = nearBranches(issue, place);
  const best = nearest(branches);
  if (best === undefined) return [explainValue(issue, place)];
  const strange = strangeKeys(branches);
  if (strange.length === 0) return explainIssues(best.issues, best.place);
  const deeper = best.issues.filter((inner) => !isMissing(goTo(place, inner.path as Path)));
  return [
    ...explainUnknown(strange, place),
    ...explainIssues(
      deeper.filter((inner) => inner.path.length > 0),
      best.place,
    ),
  ];
}
