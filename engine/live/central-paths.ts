import { quantile } from '../distribution/distribution.ts';
import type { System } from '../formula/rule.ts';
import type { Program } from '../model/program.ts';
import { centralInputs, type Inputs } from '../simulation/inputs.ts';
import { type DrawTrace, type InputAt, interpret, type Watcher } from '../simulation/interpret.ts';
import type { PreparedStudy } from '../simulation/prepare-study.ts';
import { shockNamed } from '../simulation/random-inputs.ts';
import type { RunItem } from '../simulation/run-list.ts';
import type { ModelText } from '../study/model-text.ts';

/** One simulation with every uncertainty and shock at its central value. */
export interface CentralPath {
  readonly item: RunItem;
  readonly inputs: Inputs;
  readonly inputAt: InputAt;
  readonly trace: DrawTrace;
}

/** What the searches of a system needed at most, over all steps of all paths. */
export interface Searched {
  readonly rounds: number;
  /** Whether full Newton steps were enough, and found a solution each time. */
  readonly isPlain: boolean;
}

/** The central paths of all simulations that are compared. */
export interface CentralPaths {
  readonly paths: readonly CentralPath[];
  readonly searched: ReadonlyMap<System, Searched>;
}

/** Finds the median of every shock, by slot. */
export function shockCentrals({ model }: Program, text: ModelText): ReadonlyMap<number, number> {
  return new Map(
    model.variables.flatMap(({ kind, key }, slot) =>
      kind === 'shock' ? [[slot, quantile(shockNamed(text, key).distribution, 0.5)] as const] : [],
    ),
  );
}

/** Runs every simulation that is compared once more on its central path, and watches how unknowns are found. */
export function centralPaths({ study, program, items }: PreparedStudy): CentralPaths {
  const { model } = program;
  const shocks = shockCentrals(program, study.model);
  const searched = new Map<System, Searched>();
  const watcher: Watcher = {
    value: () => true,
    check: () => true,
    searched: ({ system }, _step, { rounds, isShortened, solved }) => {
      const known = searched.get(system) ?? { rounds: 0, isPlain: true };
      searched.set(system, {
        rounds: Math.max(known.rounds, rounds),
        isPlain: known.isPlain && solved && !isShortened,
      });
    },
  };
  const paths = items
    .filter(({ item }) => item.isCompared)
    .map(({ item }): CentralPath => {
      const inputs = centralInputs(model, study.model, item.situation);
      const inputAt: InputAt = (slot, step) =>
        shocks.get(slot) ?? inputs.stepped.get(slot)?.[step] ?? inputs.constants.get(slot)!;
      return { item, inputs, inputAt, trace: interpret(program, inputAt, watcher) };
    });
  return { paths, searched };
}
