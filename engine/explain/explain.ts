import { silenceOf } from '../analysis/applies.ts';
import { type Read, readsOf } from '../formula/rule.ts';
import { labelOf, type ScalarEquation } from '../model/model.ts';
import { firstDayOf, showDay } from '../quantity/calendar.ts';
import { fromBase } from '../quantity/unit.ts';
import { showFormulaAt } from '../study/located.ts';
import type { Measure, Scenario, Study } from '../study/study.ts';
import { describeVariable } from './describe-variable.ts';
import type { Explanation, Node } from './explanation.ts';
import { foldOf } from './fold.ts';
import { placeIn } from './place.ts';
import { type Trace, traceDraw } from './trace-draw.ts';

/** Which number is explained, and how far. */
export interface ExplainRequest {
  readonly scenario: Scenario;
  readonly measure: string;
  /** Counted from 1, as people do; null: the central path. */
  readonly draw: number | null;
  /** The step at which what a measure folds is looked at; null: the one that it comes from, or the last. */
  readonly step: number | null;
  /** How many levels below the measure are followed. */
  readonly depth: number;
}

type Ends = Node['ends'];

/** Follows numbers back, each only once. */
class Explainer {
  readonly #study: Study;
  readonly #request: ExplainRequest;
  readonly #trace: Trace;
  readonly #equations: ReadonlyMap<number, ScalarEquation>;
  readonly #explained = new Set<string>();

  constructor(study: Study, request: ExplainRequest, trace: Trace) {
    this.#study = study;
    this.#request = request;
    this.#trace = trace;
    const { equations } = trace.program.model;
    this.#equations = new Map(equations.map((one) => [one.slot, one]));
  }

  #month(step: number): string {
    const { start, stepMonths } = this.#study.clock;
    return showDay(firstDayOf(start + step * stepMonths)).slice(0, 7);
  }

  /** Makes a node without what it reads. */
  #leaf(slot: number, step: number, value: number, ends: Ends): Node {
    const { program } = this.#trace;
    const variable = program.model.variables[slot]!;
    const described = describeVariable(this.#study, this.#request.scenario, program, slot);
    return {
      ...described,
      label: labelOf(variable),
      value: fromBase(value, variable.unit),
      unit: variable.unit.text,
      type: program.model.symbols.get(variable.key)?.type ?? 'number',
      at: described.kind === 'assumption' ? '' : this.#month(step),
      reads: [],
      ends,
    };
  }

  /** What only tells the time explains nothing. */
  #readsOf(slot: number): readonly Read[] {
    const { variables } = this.#trace.program.model;
    const rule = this.#equations.get(slot)?.term;
    if (rule === undefined || variables[slot]!.kind === 'lever') return [];
    return readsOf(rule).filter((read) => read.slot < 0 || variables[read.slot]!.kind !== 'time');
  }

  #read({ slot, lag }: Read, reader: number, step: number, level: number): Node {
    const { valueAt, before } = this.#trace;
    if (step < lag)
      return this.#leaf(slot, step, before(slot, lag - step), 'before the first step');
    const then = step - lag;
    if (slot === reader) return this.#leaf(slot, then, valueAt(slot, then), 'own past');
    return this.node(slot, then, level);
  }

  node(slot: number, step: number, level: number): Node {
    const value = this.#trace.valueAt(slot, step);
    const reads = this.#readsOf(slot);
    const key = `${slot} ${step}`;
    if (reads.length === 0) return this.#leaf(slot, step, value, null);
    if (this.#explained.has(key)) return this.#leaf(slot, step, value, 'explained above');
    if (level >= this.#request.depth) return this.#leaf(slot, step, value, 'deeper');
    this.#explained.add(key);
    const below = reads.map((read) => this.#read(read, slot, step, level + 1));
    return { ...this.#leaf(slot, step, value, null), reads: below };
  }

  /** A fold of a formula of its own is followed at once to what that formula reads. */
  #fold(index: number, measure: Measure): Node {
    const { program } = this.#trace;
    const { label, value, unit, step, source } = foldOf(this.#trace, index, this.#study.clock);
    const at = this.#request.step ?? step;
    const isWatched = program.model.variables[source]!.kind === 'watched';
    const inner = isWatched
      ? this.#readsOf(source).map((read) => this.#read(read, source, at, 1))
      : [this.node(source, at, 1)];
    return {
      kind: 'over time',
      label,
      value,
      unit,
      type: 'number',
      at: '',
      text: isWatched ? `looked at in ${this.#month(at)}` : '',
      about: '',
      place: placeIn(measure.formula.position),
      source: null,
      why: '',
      reads: inner,
      ends: null,
    };
  }

  root(measure: Measure, index: number): Node {
    const { answers, program } = this.#trace;
    const term = program.answers[index]!;
    const folds = readsOf(term).map(({ slot }) =>
      slot < 0 ? this.#fold(-slot - 1, measure) : this.node(slot, 0, 1),
    );
    // A measure that is one fold and nothing else is that fold.
    const reads = term.kind === 'slot' ? folds[0]!.reads : folds;
    return {
      kind: 'measure',
      label: measure.name,
      value: fromBase(answers[index]!, measure.unit),
      unit: measure.unit.text,
      type: 'number',
      at: '',
      text: showFormulaAt(measure.formula, measure.extent),
      about: measure.title,
      place: placeIn(measure.formula.position),
      source: null,
      why: '',
      reads,
      ends: null,
    };
  }
}

/**
 * Follows a measure of a scenario back through equations to assumptions and their sources, with the value of each
 * on the central path or in one draw.
 *
 * Errors: a ProblemError where the path has no solution.
 */
export function explain(study: Study, request: ExplainRequest): Explanation {
  const index = study.measures.findIndex(({ name }) => name === request.measure);
  const { draw } = request;
  const trace = traceDraw(study, request.scenario, draw === null ? null : draw - 1);
  const about = study.measures[index]!;
  const { scenario, measure } = request;
  const appliesNot = silenceOf(study, scenario.levers, about);
  const root = new Explainer(study, request, trace).root(about, index);
  return { scenario: scenario.name, measure, draw, appliesNot, root };
}
