import type { z } from 'zod';
import { error, type Problem, type ProblemCode } from '../problem.ts';
import { describeSchemas, quote } from './describe-schema.ts';
import type { SourceNode } from './document.ts';
import { nodeAt } from './locate.ts';
import { nameOf, type Place } from './place.ts';
import { alternatives } from './schema-walk.ts';
import { hintFor } from './suggest.ts';

type Issue = z.core.$ZodIssue;

/**
 * Says what a value should have been.
 * A schema's own message completes a sentence that starts with the name of the place.
 */
export function explainValue(issue: Issue, { root, path, schemas }: Place): Problem {
  const { node } = nodeAt(root, path);
  const size = sizeOf(issue);
  const wanted = issue.message || `must be ${size ?? describeSchemas(schemas)}`;
  const hint = hintForValue(issue, node) ?? hintForNumber(node, schemas) ?? hintForNothing(node);
  return error(
    codeOf(issue),
    `${nameOf(path)} ${wanted}, ${found(node, size !== undefined)}`,
    node.position,
    hint,
  );
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

const SEPARATED = /^-?\d{1,3}(?:[,_.\s]\d{3})+$/;

/** Says how to write a number that YAML takes for text. */
function hintForNumber(node: SourceNode, schemas: Place['schemas']): string | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  if (!schemas.flatMap(alternatives).some((schema) => schema._zod.def.type === 'number')) return;
  const text = node.value.normalize('NFKC').trim();
  if (SEPARATED.test(text)) return `write ${text.replaceAll(/[^-\d]/g, '')}`;
  if (/^-?\d+,\d+$/.test(text)) return `write ${text.replace(',', '.')}`;
  return /^-?\d+(\.\d+)?$/.test(text) ? `write ${text}, without quotes` : undefined;
}

/** A hash after a space starts a comment, whatever was meant. */
function hintForNothing(node: SourceNode): string | undefined {
  if (node.kind !== 'scalar' || node.value !== null) return undefined;
  const { source } = node.raw;
  const start = source.lineStarts[node.position.line - 1] ?? 0;
  const line = source.text.slice(start, source.lineStarts[node.position.line] ?? undefined);
  const isComment = /:\s+#/.test(line.slice(node.position.column - 1));
  return isComment ? '# starts a comment: put the value in quotes' : undefined;
}

/** Lists the words that a value could have been. */
function valuesOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_union' || issue.inclusive === false) return [];
  return [...(issue.options ?? []).map(String), ...issue.errors.flat().flatMap(valuesOf)];
}

function found(node: SourceNode, sized: boolean): string {
  if (node.kind === 'map') return 'found a map of keys and values';
  if (node.kind === 'list') return sized ? `found ${node.items.length}` : 'found a list';
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
