import type { Lock, Tolerance } from '../engine/index.ts';
import { UsageError } from './exit-code.ts';
import type { ReadyStudy } from './open-study.ts';
import type { Typed } from './options.ts';

/** Reads `gdp=0.01` or `gdp=exact`; null stands for exact. */
function readOne(word: string): readonly [string, number | null] {
  const [, measure, text] = /^([^=]+)=(.+)$/.exec(word) ?? [];
  if (measure === undefined || text === undefined) {
    throw new UsageError(`--tolerance is MEASURE=NUMBER or MEASURE=exact, not "${word}"`);
  }
  if (text === 'exact') return [measure, null];
  const value = Number(text);
  if (/^\d/.test(text) && Number.isFinite(value) && value > 0) return [measure, value];
  throw new UsageError(`--tolerance ${measure}: a number above 0 in its unit, not "${text}"`);
}

function checkMeasure({ ready, engine }: ReadyStudy, name: string): void {
  const known = ready.study.measures.map((measure) => measure.name);
  if (known.includes(name)) return;
  const hint = engine.hintFor(name, known) ?? `its measures: ${known.join(', ')}`;
  throw new UsageError(`--tolerance: the study has no measure "${name}"; ${hint}`);
}

/** Reads tolerances by measure, before there is a study that should have these. */
export function askedTolerances(typed: Typed): ReadonlyMap<string, number | null> {
  return new Map((typed === undefined ? [] : [typed].flat()).map(readOne));
}

/** Reads the tolerances asked for, over those of the lock that there is. */
export function readTolerances(
  study: ReadyStudy,
  typed: Typed,
  old: Lock | null,
  why: string,
): ReadonlyMap<string, Tolerance> {
  const asked = askedTolerances(typed);
  for (const name of asked.keys()) checkMeasure(study, name);
  const had = [...(old?.measures ?? [])].map(([name, { tolerance }]) => [name, tolerance] as const);
  return study.engine.mergeTolerances(new Map(had), asked, why);
}

/**
 * Refuses a tolerance that lets pass more than chance explains, unless somebody says why.
 *
 * Errors: UsageError with the figure whose error it exceeds.
 */
export function refuseWide({ engine }: ReadyStudy, lock: Lock): void {
  const [wide] = engine.wideTolerances(lock);
  if (wide === undefined) return;
  const { measure, run, figure, tolerance, error } = wide;
  const of = `the Monte Carlo error of its ${figure} in ${run}, ${Number(error.toPrecision(3))}`;
  throw new UsageError(
    `--tolerance ${measure}=${tolerance} is wider than ${of}; say why with --reason "..."`,
  );
}
