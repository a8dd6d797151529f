import { readFileSync } from 'node:fs';

/** The names of the packages whose code each file of dist/ holds. */
export const PACKAGES_BY_FILE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(
    JSON.parse(readFileSync('build/packages.json', 'utf8')) as Record<string, readonly string[]>,
  ),
);
