import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import {
  explainKey,
  explainMissing,
  explainMixture,
  explainNeeded,
  explainUnknown,
} from './explain-key.ts';
import { explainCustom, explainValue } from './explain-value.ts';
import { goTo, isMissing, type Path, type Place } from './place.ts';
import { suggest } from './suggest.ts';
import { nearBranches, nearest, neededKeys, strangeKeys, unknownKeys } from './union-branch.ts';

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

function explainUnion(issue: z.core.$ZodIssueInvalidUnion, place: Place): readonly Problem[] {
  const branches = nearBranches(issue, place);
  const best = nearest(branches);
  if (best === undefined) return [explainValue(issue, place)];
  const inner = best.issues.filter(
    (one) => one.code !== 'unrecognized_keys' || one.path.length > 0,
  );
  const strange = strangeKeys(branches);
  if (strange.length > 0) {
    const said = inner.filter((one) => !isMissing(goTo(place, one.path as Path)));
    return [...explainUnknown(strange, place), ...explainIssues(said, best.place)];
  }
  const needed = neededKeys(branches);
  if (needed.length > 1) return [explainNeeded(needed, place)];
  return [...explainMixture(unknownKeys(best.issues), place), ...explainIssues(inner, best.place)];
}
