import { hasErrors, type Problem } from '../problem.ts';
import type { Clock, ModelText } from '../study/model-text.ts';
import { startsOn } from './link-equations.ts';
import { baseOf } from './link-formula.ts';
import { linkModel } from './link-model.ts';
import type { Model, ScalarEquation, StartsTerm } from './model.ts';

/** A model, and what was found wrong while it was linked. */
interface Linked {
  readonly model: Model;
  readonly problems: readonly Problem[];
}

/** What is known of a model: how it is linked by the length of a step, and by the start of a clock too. */
interface Known {
  readonly linked: Map<number, Linked>;
  readonly moved: Map<string, Model>;
}

const KNOWN = new WeakMap<ModelText, Known>();

function knownOf(text: ModelText): Known {
  const known = KNOWN.get(text) ?? { linked: new Map(), moved: new Map() };
  KNOWN.set(text, known);
  return known;
}

/** Reads what is declared as a table of the past from the start of another clock. */
function startsFrom(
  model: Model,
  text: ModelText,
  clock: Clock,
): ReadonlyMap<number, StartsTerm | null> {
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
  return starts;
}

/** Moves a model to another clock with steps of the same length: no formula depends on where it starts and ends. */
function moved(model: Model, text: ModelText, clock: Clock): Model {
  if (clock.start === model.clock.start) return { ...model, clock };
  const { moved: known } = knownOf(text);
  const key = `${clock.stepMonths} from ${clock.start}`;
  const before = known.get(key);
  if (before !== undefined) return { ...before, clock };
  const starts = startsFrom(model, text, clock);
  const startingAt = (equation: ScalarEquation) => ({
    ...equation,
    starts: starts.get(equation.slot)!,
  });
  const result = { ...model, clock, equations: model.equations.map(startingAt) };
  known.set(key, result);
  return result;
}

function linkOnce(text: ModelText, clock: Clock): Linked {
  const { linked } = knownOf(text);
  const before = linked.get(clock.stepMonths);
  if (before !== undefined) return before;
  const problems: Problem[] = [];
  const result = { model: linkModel(text, clock, problems), problems };
  linked.set(clock.stepMonths, result);
  return result;
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
