import type { Refusal } from '../quantity/refusal.ts';
import type { Expression } from './expression.ts';
import { parse } from './parse.ts';

const PARSED = new Map<string, Expression | Refusal>();

/** More than any study has; a process that watches files for days must not keep all it has seen. */
export const MOST_PARSED = 10_000;

/** Parses a formula, and remembers it: the tests and cases of a study ask for the same ones over and over. */
export function parseOnce(text: string): Expression | Refusal {
  const known = PARSED.get(text);
  if (known !== undefined) return known;
  if (PARSED.size === MOST_PARSED) PARSED.clear();
  const parsed = parse(text);
  PARSED.set(text, parsed);
  return parsed;
}
