import type {
  Bands,
  BreakEven,
  Comparison,
  Driver,
  Figure,
  Results,
  Run,
  StudyDescription,
  Summary,
  Validation,
} from '../../engine/index.ts';
import { aStudy, type StudySize } from './study-description.ts';

/** Makes plausible results without an engine: every number follows from its names, none from a model. */
export function someResults(size: StudySize = {}, draws = 200): Results {
  const study = aStudy(size);
  const runs = runsOf(study, draws);
  return {
    study,
    runs,
    comparisons: comparisonsOf(study, runs),
    drivers: driversOf(study),
    reachedCorrelations: study.correlations.map(({ rank }) => ({
      value: rank - 0.012,
      error: 0.02,
    })),
    breakEvens: breakEvensOf(study, runs),
    validations: validationsOf(study, draws),
    live: null,
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

/** Summarises a column as the engine does, with errors that only need to look right. */
export function summaryOf(values: ArrayLike<number>): Summary {
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  if (count === 0) return EMPTY;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  const error = Math.sqrt(variance / count);
  const at = (share: number): Figure => ({
    value: sorted[Math.round(share * (count - 1))]!,
    error: error * 1.25,
  });
  return {
    count,
    mean: { value: mean, error },
    deviation: { value: Math.sqrt(variance), error: error / 2 },
    minimum: sorted[0]!,
    p5: at(0.05),
    p25: at(0.25),
    median: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
    maximum: sorted.at(-1)!,
  };
}

const NONE: Figure = { value: null, error: null };
const EMPTY: Summary = {
  ...{ count: 0, mean: NONE, deviation: NONE, minimum: null, p5: NONE, p25: NONE },
  ...{ median: NONE, p75: NONE, p95: NONE, maximum: null },
};

function comparisonsOf(study: StudyDescription, runs: readonly Run[]): Comparison[] {
  const byRole = (role: string, condition: string | null) =>
    runs.find(
      (run) =>
        run.condition === condition &&
        study.scenarios.find((item) => item.name === run.scenario)?.role === role,
    )!;
  return study.measures.flatMap((measure, index) =>
    runs.map((run) => {
      const baseline = byRole('baseline', run.condition).outcomes[index]!;
      const reference = byRole('reference', run.condition).outcomes[index]!;
      const own = run.outcomes[index]!;
      const sign = measure.better === 'lower' ? -1 : 1;
      const paired = own.length === baseline.length && own.length > 0;
      return {
        measure: measure.name,
        scenario: run.scenario,
        condition: run.condition,
        outcome: summaryOf(own),
        againstBaseline: paired ? summaryOf(minus(own, baseline)) : null,
        againstReference: own.length === reference.length ? summaryOf(minus(own, reference)) : null,
        beatsBaseline:
          paired && measure.better !== 'neither'
            ? shareOf(minus(own, baseline), (change) => change * sign > 0)
            : null,
        equalsBaseline: paired ? shareOf(minus(own, baseline), (change) => change === 0) : null,
        meetsTarget: measure.target === '' ? null : shareOf(own, (value) => value * sign >= -0.3),
      };
    }),
  );
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

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value - b[index]!);
}

function shareOf(values: Float64Array, holds: (value: number) => boolean): Figure {
  if (values.length === 0) return NONE;
  const value = values.filter(holds).length / values.length;
  return { value, error: Math.sqrt((value * (1 - value)) / values.length) };
}

function driversOf(study: StudyDescription): Driver[] {
  const baseline = study.scenarios.find((scenario) => scenario.role === 'baseline')!;
  const uncertain = study.assumptions.filter((item) => item.distribution !== null);
  return study.measures.flatMap((measure) =>
    uncertain.map((item) => {
      const uncertainty = `${item.module}.${item.name}${item.element}`;
      const value = (uniforms(`${measure.name}/${uncertainty}`, 3)[2]! - 0.5) ** 3 * 6;
      const known = item.name !== 'constant_in_baseline';
      const correlation = known ? { value, error: 0.02 } : NONE;
      return { measure: measure.name, scenario: baseline.name, uncertainty, correlation };
    }),
  );
}

function breakEvensOf(study: StudyDescription, runs: readonly Run[]): BreakEven[] {
  if (study.breakEven === null) return [];
  const { measure } = study.breakEven;
  return study.scenarios
    .filter((scenario) => scenario.role === 'scenario')
    .map(({ name }, place) => {
      const draws = runs[0]!.drawIndices.length;
      const cost = summaryOf(
        column(`${name}/cost`, draws).map((value) => 0.02 * value + 0.015 * place - 0.01),
      );
      const gain = summaryOf(column(`${name}/gain`, draws).map((value) => 0.1 * value + 0.3));
      const rise = { value: cost.mean.value! / gain.mean.value!, error: 0.004 };
      const ratios = summaryOf(
        column(`${name}/ratio`, draws).map((value) => rise.value + 0.1 * value),
      );
      return { scenario: name, measure, cost, gain, rise, ratios };
    });
}
