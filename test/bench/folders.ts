import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package-lock.json')) ? folder : findRoot(dirname(folder));
}

/** The folder of the project, whether this file runs from it or from out/. */
export const ROOT = findRoot(import.meta.dirname);

/** Makes a folder below out/ for what a benchmark leaves behind. */
export function outFolder(name: string): string {
  const folder = join(ROOT, 'out', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
