import { digest } from '../analysis/digest.ts';
import type { PlainResults, Run } from '../analysis/results.ts';
import { stateStudy } from '../difference/state-study.ts';
import { byCodeUnit } from '../difference/statement.ts';
import { generatorVersion } from '../draw/generator-version.ts';
import { summarise } from '../statistics/summary.ts';
import type { Study } from '../study/study.ts';
import {
  EXACT,
  FIGURES,
  type FigureName,
  type Lock,
  type LockedMeasure,
  type Outcome,
  type Tolerance,
} from './lock.ts';
import { gatherSaid, saidLines } from './said.ts';

/** What is to be kept beside what a run gives by itself. */
export interface Terms {
  readonly tolerances: ReadonlyMap<string, Tolerance>;
  readonly reasons: readonly string[];
}

/** Names a run as a lock does. */
export function nameOfRun({ scenario, condition }: Pick<Run, 'scenario' | 'condition'>): string {
  return condition === null ? scenario : `${scenario} under ${condition}`;
}

/** Enough to tell two columns apart by accident; the digest of all draws of a measure is kept whole. */
const SHORT = 16;

function sorted<T>(entries: Iterable<readonly [string, T]>): ReadonlyMap<string, T> {
  return new Map([...entries].sort(([a], [b]) => byCodeUnit(a, b)));
}

function outcomeOf(column: Float64Array, drawIndices: Uint32Array): Outcome {
  const summary = summarise(column, drawIndices);
  const kept = FIGURES.map((name) => {
    const { value, error } = summary[name];
    // Three digits of an error say all that an error says.
    return [name, { value, error: error === null ? null : Number(error.toPrecision(3)) }] as const;
  });
  return Object.fromEntries(kept) as Record<FigureName, Outcome[FigureName]>;
}

function lockMeasure(
  { runs, study }: PlainResults,
  index: number,
  tolerance: Tolerance,
): LockedMeasure {
  const kept = runs.filter(({ condition }) => condition === null || tolerance.kind !== 'exact');
  const alone = runs.map((run) => ({ ...run, outcomes: [run.outcomes[index]!], bands: [] }));
  return {
    unit: study.measures[index]!.unit,
    tolerance,
    digest: digest(alone),
    outcomes: sorted(
      kept.map((run) => [nameOfRun(run), outcomeOf(run.outcomes[index]!, run.drawIndices)]),
    ),
  };
}

function lockRuns(
  { runs }: PlainResults,
  isExact: readonly boolean[],
): ReadonlyMap<string, string> {
  return sorted(
    runs.map((run) => {
      const outcomes = run.outcomes.filter((_, index) => isExact[index]);
      return [nameOfRun(run), digest([{ ...run, outcomes, bands: [] }]).slice(0, SHORT)];
    }),
  );
}

function lockTrajectories({ runs, study }: PlainResults): ReadonlyMap<string, string> {
  const drawn = runs.filter(({ condition }) => condition === null);
  return sorted(
    study.trajectories.map(({ name }, index) => {
      const alone = drawn.map((run) => ({ ...run, outcomes: [], bands: [run.bands[index]!] }));
      return [name, digest(alone).slice(0, SHORT)];
    }),
  );
}

/** Makes the lock of a run: what the study says, and what came out. `study` is the one that the files say. */
export function makeLock(study: Study, results: PlainResults, terms: Terms): Lock {
  const { provenance, validations } = results;
  const { engineVersion, numericsVersion, seed, draws, sampling, inputs } = provenance;
  const measures = results.study.measures.map(({ name }, index) => {
    const tolerance = terms.tolerances.get(name) ?? EXACT;
    return [name, lockMeasure(results, index, tolerance)] as const;
  });
  const isExact = measures.map(([, { tolerance }]) => tolerance.kind === 'exact');
  return {
    engine: engineVersion,
    numerics: numericsVersion,
    generator: generatorVersion,
    sampling,
    seed,
    draws,
    digest: provenance.digest,
    reasons: terms.reasons,
    // Translations change no number.
    inputs: new Map(
      inputs
        .filter(({ path }) => !path.startsWith('texts/'))
        .map(({ path, sha256 }) => [path, sha256]),
    ),
    said: saidLines(gatherSaid(stateStudy(study))),
    measures: sorted(measures),
    runs: lockRuns(results, isExact),
    trajectories: lockTrajectories(results),
    validations: sorted(validations.map((one) => [one.name, digest([], [one]).slice(0, SHORT)])),
  };
}
