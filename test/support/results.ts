import { breakEvens } from '../../engine/analysis/break-even.ts';
import { compare } from '../../engine/analysis/compare.ts';
import { regrets } from '../../engine/analysis/regret.ts';
import type {
  Bands,
  Driver,
  Figure,
  Results,
  Run,
  StudyDescription,
  Summary,
  Validation,
} from '../../engine/index.ts';
import { summarise } from '../../engine/statistics/summary.ts';
import { aStudy, type StudySize } from './study-description.ts';

/** Makes plausible results without an engine: every number follows from its names, none from a model. */
export function someResults(size: StudySize = {}, draws = 200): Results {
  const study = aStudy(size);
  const runs = runsOf(study, draws);
  return {
    study,
    runs,
    ...compared(study, runs),
    drivers: driversOf(study),
    reachedCorrelations: study.correlations.map(({ rank }) => ({
      value: rank - 0.012,
      error: 0.02,
    })),
    validations: validationsOf(study, draws),
    live: null,
    held: { simulations: 13, checks: 5, unknowns: 2 },
    provenance: {
      engineVersion: '0.1.0',
      numericsVersion: '1',
      seed: 'seoul-2025-04-09',
      draws,
      sampling: 'latin-hypercube',
      inputs: ['model/lng.yaml', 'no-offer.yaml', 'sources.yaml', 'study.yaml'].map((path) => ({
        path,
        sha256: hex(path),
      })),
      digest: hex('digest'),
    },
  };
}

/** Uniforms by name: the same for the same text, whatever is made before or after. */
export function uniforms(name: string, count: number): Float64Array {
  let state = 2_166_136_261;
  for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619);
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) | 0;
    return ((state ^ (state >>> 12)) >>> 0) / 2 ** 32;
  });
}

/** Roughly normal columns: the sum of four uniforms. */
function column(name: string, count: number): Float64Array {
  const parts = [0, 1, 2, 3].map((part) => uniforms(`${name}/${part}`, count));
  return Float64Array.from({ length: count }, (_, index) =>
    parts.reduce((sum, part) => sum + part[index]! - 0.5, 0),
  );
}

function hex(name: string): string {
  return [...uniforms(name, 64)].map((value) => Math.floor(value * 16).toString(16)).join('');
}

function runsOf(study: StudyDescription, draws: number): Run[] {
  const conditions = [null, ...study.conditions];
  return study.scenarios.flatMap((scenario, place) =>
    conditions.map((condition) => {
      const kept = selected(condition?.kind === 'when', place, draws);
      return {
        scenario: scenario.name,
        condition: condition?.name ?? null,
        drawIndices: kept,
        outcomes: study.measures.map((measure, index) => {
          const common = column(measure.name, draws);
          const own = column(`${measure.name}/${place}`, draws);
          const shift = scenario.role === 'baseline' ? 0 : (place - 2) * 0.15;
          const help = condition?.name === 'deal' ? 0.4 : 0;
          const scale = SCALES[index % SCALES.length]!;
          return Float64Array.from(
            kept,
            (draw) => scale * (common[draw]! + 0.2 * place * own[draw]! + shift + help - 1.1),
          );
        }),
        bands:
          condition === null
            ? study.trajectories.map((_, index) => bandsOf(study, place, index))
            : [],
      };
    }),
  );
}

const SCALES = [0.4, 12, 3_450, 0.02, 140];

/** The first scenario has no draw in a selection, so that empty selections are seen. */
function selected(isSelection: boolean, place: number, draws: number): Uint32Array {
  const all = Uint32Array.from({ length: draws }, (_, index) => index);
  return isSelection ? all.filter((draw) => place > 0 && draw % (place + 1) === 0) : all;
}

function bandsOf(study: StudyDescription, place: number, index: number): Bands {
  const scale = SCALES[index % SCALES.length]!;
  const path = (level: number) =>
    Float64Array.from(
      study.steps,
      (_, step) => scale * (place * 0.1 - 1 + level * Math.sqrt(step + 1)),
    );
  return { p5: path(-0.3), p25: path(-0.1), median: path(0), p75: path(0.1), p95: path(0.3) };
}

/** Summarises a column of the first draws as the engine does. */
export function summaryOf(values: ArrayLike<number>): Summary {
  return summarise(Float64Array.from(values), null);
}

/** Puts runs side by side as the engine does. */
function compared(study: StudyDescription, runs: readonly Run[]) {
  const inRole = (role: string) => study.scenarios.find((one) => one.role === role)?.name ?? '';
  const [baseline, reference] = [inRole('baseline'), inRole('reference')];
  const measures = study.measures.map(({ bound, ...measure }) => ({ ...measure, target: bound }));
  const names = study.scenarios.map(({ name }) => name);
  const contenders = names.filter((name) => name !== reference);
  const index = study.measures.findIndex(({ name }) => name === study.breakEven?.measure);
  const better = study.measures[index]?.better;
  const scenarios = contenders.filter((name) => name !== baseline);
  return {
    comparisons: compare(runs, measures, { baseline, reference }),
    regrets: regrets(runs, measures, contenders),
    breakEvens:
      study.breakEven === null || better === undefined || better === 'neither'
        ? []
        : breakEvens(runs, { ...study.breakEven, index, better, baseline, scenarios }),
  };
}

/** The last one was not run, as where its scenario was left out. */
function validationsOf(study: StudyDescription, draws: number): Validation[] {
  return study.validations.map(({ name, published, usedInCalibration }, place, all) => {
    if (place === all.length - 1) {
      return { name, outcomes: null, outcome: null, verdict: 'not run', counts: false };
    }
    const outcomes = column(`validation/${name}`, draws).map(
      (value) => published.low * (1 + 0.2 * value) - 0.2 * place,
    );
    const verdict = place === 1 ? 'outside' : 'inside';
    const outcome = summaryOf(outcomes);
    return { name, outcomes, outcome, verdict, counts: !usedInCalibration };
  });
}

const NONE: Figure = { value: null, error: null };

function driversOf(study: StudyDescription): Driver[] {
  const uncertain = study.assumptions.filter((item) => item.distribution !== null);
  return study.scenarios.flatMap(({ name: scenario, role }) =>
    study.measures.flatMap((measure, index) =>
      uncertain.map((item): Driver => {
        const uncertainty = `${item.module}.${item.name}${item.element}`;
        const key = `${role === 'baseline' ? '' : scenario}${measure.name}/${uncertainty}`;
        const value = (uniforms(key, 3)[2]! - 0.5) ** 3 * 6;
        const scale = SCALES[index % SCALES.length]!;
        const end = (sign: number) => ({
          value: scale * (sign * value - 1.1),
          error: 0.02 * scale,
        });
        const known = item.name !== 'constant_in_baseline';
        return {
          ...{ measure: measure.name, scenario, uncertainty },
          correlation: known ? { value, error: 0.02 } : NONE,
          lowest: end(-1),
          highest: end(1),
        };
      }),
    ),
  );
}
