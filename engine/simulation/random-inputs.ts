import type { Distribution } from '../distribution/distribution.ts';
import { type Copula, copulasOf, type RankedPair } from '../distribution/gaussian-copula.ts';
import { correlateHypercube, correlateRandom } from '../draw/correlate.ts';
import { type Sampling, shockUniforms, uncertaintyUniforms } from '../draw/sample.ts';
import { drawTogether } from '../draw/together.ts';
import type { Columns } from '../kernel/kernel.ts';
import { labelOf } from '../model/model.ts';
import type { ModelText, Shock } from '../study/model-text.ts';
import type { RandomInputs } from './block.ts';
import { fillDrawn, type Inputs } from './inputs.ts';
import type { PreparedProgram } from './plan.ts';

/** Makes a column that all threads see. */
export function sharedColumn(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

/** Makes the random inputs of runs; what does not differ between runs is made once. */
export interface RandomSource {
  readonly uniforms: (slot: number) => Float64Array;
  readonly inputsOf: (inputs: Inputs) => RandomInputs;
}

/** Finds a shock by its key. */
export function shockNamed(text: ModelText, key: string): Shock {
  const [module, name] = key.split('.');
  return text.modules
    .find((one) => one.name === module)!
    .shocks.find((shock) => shock.name === name)!;
}

function shockMatrices(
  prepared: PreparedProgram,
  text: ModelText,
  sampling: Sampling,
  copulas: readonly Copula[],
): Columns {
  const { variables, clock } = prepared.program.model;
  const alone = (name: string) => shockUniforms(sampling, name, clock.steps);
  const uniformsOf = drawTogether(alone, copulas, correlateRandom);
  return prepared.shockSlots.map((slot) => {
    const variable = variables[slot]!;
    const uniforms = uniformsOf(labelOf(variable));
    const matrix = sharedColumn(uniforms.length);
    fillDrawn(shockNamed(text, variable.key).distribution, uniforms, matrix);
    return matrix;
  });
}

/**
 * Opens the random inputs of a prepared program. All runs see the same uniforms, keyed by name and
 * correlated as the study asks; a run that gives an input another distribution sees them through that one.
 *
 * Shape: columns of `draws`, shock matrices `[step * draws + draw]`, in memory that threads share.
 */
export function openRandomSource(
  prepared: PreparedProgram,
  text: ModelText,
  sampling: Sampling,
  correlations: readonly RankedPair[],
): RandomSource {
  const { variables } = prepared.program.model;
  const copulas = copulasOf(correlations);
  const shocks = shockMatrices(prepared, text, sampling, copulas);
  const together = drawTogether(
    (name) => uncertaintyUniforms(sampling, name),
    copulas,
    sampling.sampling === 'random' ? correlateRandom : correlateHypercube,
  );
  // Uniforms are made anew wherever they are asked for: at 100,000 draws those of one large study take 270 MB.
  const uniformsOf = (slot: number) => together(labelOf(variables[slot]!));
  const columns = new Map<string, Float64Array>();
  const columnOf = (key: string, fill: (column: Float64Array) => void): Float64Array => {
    const known = columns.get(key);
    if (known !== undefined) return known;
    const column = sharedColumn(sampling.draws);
    fill(column);
    columns.set(key, column);
    return column;
  };
  const drawnColumn = (slot: number, distribution: Distribution) =>
    columnOf(`${slot} ${JSON.stringify(distribution)}`, (column) =>
      fillDrawn(distribution, uniformsOf(slot), column),
    );
  const fixedColumn = (value: number) =>
    columnOf(`all ${Object.is(value, -0) ? '-0' : value}`, (column) => column.fill(value));
  return {
    uniforms: uniformsOf,
    inputsOf: ({ drawn, constants, stepped }) => ({
      shocks,
      drawn: prepared.drawnSlots.map((slot) => {
        const distribution = drawn.get(slot);
        if (distribution !== undefined) return drawnColumn(slot, distribution);
        return stepped.has(slot) ? sharedColumn(0) : fixedColumn(constants.get(slot)!);
      }),
    }),
  };
}
