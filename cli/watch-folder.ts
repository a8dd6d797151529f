import { setTimeout as pause } from 'node:timers/promises';
import { FileError } from './file-error.ts';
import { readStudyFolder } from './read-study.ts';

/** Waits for the files of a study to change. */
export interface Watch {
  /** Settles once something has changed since the last call and nothing has for a moment. */
  readonly next: () => Promise<void>;
}

/** Short enough for somebody who waits, long enough to cost nothing. */
const PAUSE = 300;

type Files = ReadonlyMap<string, Uint8Array>;

/** An editor may be in the midst of saving; then there is nothing to look at yet. */
function look(folder: string): Files | null {
  try {
    return readStudyFolder(folder);
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}

function areAlike(one: Files | null, other: Files | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.size !== other.size) return false;
  return [...one].every(([path, bytes]) => {
    const now = other.get(path);
    return now !== undefined && Buffer.compare(bytes, now) === 0;
  });
}

/**
 * Watches a folder by looking at it: what the system tells of changes differs from disk to disk, and editors that
 * write beside a file and rename are missed by some.
 */
export function openWatch(folder: string): Watch {
  let known = look(folder);
  return {
    next: async () => {
      for (;;) {
        await pause(PAUSE);
        const now = look(folder);
        if (areAlike(known, now)) continue;
        await pause(PAUSE);
        const settled = look(folder);
        if (settled === null || !areAlike(now, settled)) continue;
        known = settled;
        return;
      }
    },
  };
}
