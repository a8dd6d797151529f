import { hasErrors, type Problem } from '../problem.ts';
import type { Clock, ModelText } from '../study/model-text.ts';
import { startsOn } from './link-equations.ts';
import { baseOf } from './link-formula.ts';
import { linkModel } from './link-model.ts';
import type { Model, StartsTerm } from './model.ts';

/** A model, and what was found wrong while it was linked. */
interface Linked {
  readonly model: Model;
  readonly problems: readonly Problem[];
}

/** By the length of a step: no formula depends on when a clock starts and how far it runs. */
const LINKED = new WeakMap<ModelText, Map<number, Linked>>();

/** Moves a model to another clock with steps of the same length; tables of the past are read from its start. */
function moved(model: Model, text: ModelText, clock: Clock): Model {
  if (clock.start === model.clock.start) return { ...model, clock };
  const base = baseOf(model.symbols, text.sets, clock, []);
  const starts = new Map<number, StartsTerm | null>();
  for (const { equations, unknowns } of text.modules) {
    for (const one of [...equations, ...unknowns]) {
      const { firstSlot } = model.symbols.get(`${one.module}.${one.name}`)!;
      const startsAt = startsOn(base, one);
      for (const [at, element] of one.extent.elements.entries()) {
        starts.set(firstSlot + at, startsAt(element));
      }
    }
  }
  const equations = model.equations.map((equation) => ({
    ...equation,
    starts: starts.get(equation.slot)!,
  }));
  return { ...model, clock, equations };
}

function linkOnce(text: ModelText, clock: Clock): Linked {
  const known = LINKED.get(text) ?? new Map<number, Linked>();
  LINKED.set(text, known);
  const before = known.get(clock.stepMonths);
  if (before !== undefined) return before;
  const problems: Problem[] = [];
  const linked = { model: linkModel(text, clock, problems), problems };
  known.set(clock.stepMonths, linked);
  return linked;
}

/**
 * Links the modules of a study on a clock, once for all clocks with steps of the same length.
 *
 * Errors: everything found goes to `problems`, each time the same; where there are errors the model is not to be run.
 */
export function linkedModel(text: ModelText, clock: Clock, problems: Problem[]): Model {
  // Linking says less where files are wrong: what is missing has been told.
  if (hasErrors(problems)) return linkModel(text, clock, problems);
  const { model, problems: found } = linkOnce(text, clock);
  problems.push(...found);
  return moved(model, text, clock);
}
