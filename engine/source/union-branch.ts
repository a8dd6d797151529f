import type { z } from 'zod';
import { goTo, isMissing, type Path, type Place } from './place.ts';
import { unionOptions } from './schema-walk.ts';

type Issue = z.core.$ZodIssue;

/** One option of a union, and why the value is not of it. */
export interface Branch {
  readonly issues: readonly Issue[];
  readonly place: Place;
}

/** Lists the options of a union that a value could have meant: those of its own kind. */
export function nearBranches(issue: z.core.$ZodIssueInvalidUnion, place: Place): readonly Branch[] {
  const options = unionOptions(place.schemas, issue.errors.length);
  return issue.errors
    .map((issues, i): Branch => {
      const schema = options[i];
      return { issues, place: schema === undefined ? place : { ...place, schemas: [schema] } };
    })
    .filter((branch) => !branch.issues.some(isOfAnotherKind));
}

function isOfAnotherKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code !== 'invalid_union') {
    return issue.code === 'invalid_type' || issue.code === 'invalid_value';
  }
  return issue.errors.every((issues) => issues.some(isOfAnotherKind));
}

/** Picks the option that the least is wrong with. */
export function nearest(branches: readonly Branch[]): Branch | undefined {
  const [first, ...others] = branches;
  if (first === undefined) return undefined;
  return others.reduce((best, other) => (distance(other) < distance(best) ? other : best), first);
}

/** Keys tell most about what was meant, then what is wrong right below them. */
function distance({ issues }: Branch): number {
  const direct = issues.filter((issue) => issue.path.length === 1).length;
  return unknownKeys(issues).length * 100 + direct * 10 + issues.length;
}

/** Lists the keys of which each option lacks one and nothing else; none where that is not all. */
export function neededKeys(branches: readonly Branch[]): readonly string[] {
  const keys = branches.map(({ issues, place }) => {
    const [only] = issues;
    if (only === undefined || issues.length > 1 || only.path.length !== 1) return undefined;
    return isMissing(goTo(place, only.path as Path)) ? String(only.path[0]) : undefined;
  });
  const known = keys.filter((key) => key !== undefined);
  return known.length === branches.length ? [...new Set(known)] : [];
}

/** Lists the keys that no option knows. */
export function strangeKeys(branches: readonly Branch[]): readonly string[] {
  const [first = [], ...others] = branches.map((branch) => unknownKeys(branch.issues));
  return first.filter((key) => others.every((keys) => keys.includes(key)));
}

/** Lists the keys of the value as a whole that an option does not know. */
export function unknownKeys(issues: readonly Issue[]): readonly string[] {
  return issues.flatMap((issue) => {
    if (issue.path.length > 0) return [];
    if (issue.code === 'unrecognized_keys') return issue.keys;
    return issue.code === 'invalid_union' ? innerUnknown(issue) : [];
  });
}

function innerUnknown(issue: z.core.$ZodIssueInvalidUnion): readonly string[] {
  const [first = [], ...others] = issue.errors.map(unknownKeys);
  return first.filter((key) => others.every((keys) => keys.includes(key)));
}
