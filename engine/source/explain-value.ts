import type { z } from 'zod';
import { error, type Problem, type ProblemCode } from '../problem.ts';
import { describeSchemas, quote } from './describe-schema.ts';
import type { SourceNode } from './document.ts';
import { nodeAt } from './locate.ts';
import { nameOf, type Place } from './place.ts';
import { hintFor } from './suggest.ts';

type Issue = z.core.$ZodIssue;

/**
 * Says what a value should have been.
 * A schema's own message completes a sentence that starts with the name of the place.
 */
export function explainValue(issue: Issue, { root, path, schemas }: Place): Problem {
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

/** A refinement may say more in its `params`: the code, a hint, and whether its key is at fault. */
interface CustomParams {
  readonly code?: ProblemCode;
  readonly hint?: string;
  readonly at?: 'key';
}

/** Says what a refinement says, at its place. */
export function explainCustom(issue: z.core.$ZodIssueCustom, { root, path }: Place): Problem {
  const { node, keyPosition } = nodeAt(root, path);
  const params: CustomParams = issue.params ?? {};
  const position = params.at === 'key' ? (keyPosition ?? node.position) : node.position;
  const message = `${nameOf(path)} ${issue.message || 'is not allowed'}`;
  return error(params.code ?? 'wrong-type', message, position, params.hint);
}
