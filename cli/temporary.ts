import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { Disk } from './write-steps.ts';

/** Numbers of processes mean something on their own machine alone, and folders may be shared. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

const NAME = /^\.parley\.([0-9a-f]{8})\.(\d+)\.\d+\.tmp$/;

let made = 0;

/** Names something to be written beside `path`, which it then takes the place of. */
export function temporaryBeside(path: string): string {
  made += 1;
  return join(dirname(path), `.parley.${MACHINE}.${process.pid}.${made}.tmp`);
}

/** Removes what killed processes left in a folder. Errors: none; a leftover is no reason not to write. */
export function sweep(folder: string, on: Disk): void {
  try {
    for (const name of on.readdirSync(folder)) {
      if (isLeft(folder, name, on)) discard(join(folder, name), on);
    }
  } catch {
    // A folder that can be written to need not be one that can be listed.
  }
}

const AN_HOUR = 3_600_000;

/** Work that another machine, or a process that lives, has not touched for an hour is nobody's any more. */
function isLeft(folder: string, name: string, on: Disk): boolean {
  const [, machine, pid] = NAME.exec(name) ?? [];
  if (machine === undefined) return false;
  if (machine === MACHINE && !isAlive(Number(pid))) return true;
  const stat = on.lstatSync(join(folder, name), { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > AN_HOUR;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Removes what was not brought to its end; never fails. */
export function discard(temporary: string, on: Disk): void {
  try {
    on.rmSync(temporary, { recursive: true, force: true });
  } catch {
    // The reason why writing failed matters more than a file that could not be removed.
  }
}
