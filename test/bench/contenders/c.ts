import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printModel } from '../c/print-model.ts';
import type { Style } from '../c/routine-text.ts';
import { outFolder, ROOT } from '../folders.ts';
import { type Task, withPowers } from '../task.ts';
import { writeTaskFile } from '../task-file.ts';
import type { Contender, Entry } from './contender.ts';
import { enterProcess, works } from './process.ts';

/** Strict flags: no reassociation, no contraction, so that a row's values can be compared. */
const STRICT = ['-O3', '-march=native', '-ffp-contract=off', '-fno-math-errno'];
/** Everything that gcc may do, vectors of the widest kind and their mathematics among it. */
const FASTEST = ['-Ofast', '-march=native', '-mprefer-vector-width=512'];

interface Recipe {
  readonly name: string;
  /** Whether powers are left to the library, or computed as the engine computes them. */
  readonly hasPow: boolean;
  readonly style: Style;
  readonly flags: readonly string[];
}

async function enter(given: Task, { name, hasPow, style, flags }: Recipe): Promise<Entry | null> {
  if (!works('gcc', ['--version'])) return null;
  const task = hasPow ? withPowers(given) : given;
  const folder = join(
    outFolder('bench-c'),
    `${task.name}-${task.draws}-${name.replace(/\W+/g, '-')}`,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'model.h'), printModel(task, style));
  const program = join(folder, 'model');
  const driver = join(ROOT, 'test/bench/c/driver.c');
  execFileSync('gcc', [...flags, '-I', folder, '-o', program, driver, '-lmvec', '-lm']);
  const data = join(folder, 'task.bin');
  writeTaskFile(task, data);
  return enterProcess(task, program, [data]);
}

function cRow(recipe: Recipe): Contender {
  return { name: recipe.name, enter: (task) => enter(task, recipe) };
}

/** C as it is written by hand, with pow of the system's library: what everything is measured against. */
export const C_SCALAR = cRow({
  name: 'C, `pow`',
  hasPow: true,
  style: { vectorised: false },
  flags: STRICT,
});

/** The same C with powers as the engine computes them. */
export const C_EXP_LOG = cRow({
  name: 'C, `exp(y log x)`',
  hasPow: false,
  style: { vectorised: false },
  flags: STRICT,
});

/** The limit: bits are given up for vectors. */
export const C_FASTEST = cRow({
  name: 'C, vectorised',
  hasPow: false,
  style: { vectorised: true },
  flags: FASTEST,
});
