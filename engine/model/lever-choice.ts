import { apply, number, slot, type Term } from '../formula/term.ts';
import type { Position } from '../problem.ts';
import { ONE } from '../quantity/unit.ts';
import { isUndefined } from './is-undefined.ts';
import type { ConditionalLever, Model, ScalarEquation, Variable } from './model.ts';

/** A condition of a term: what it comes to, and where it stands. */
export interface LinkedCondition {
  readonly term: Term;
  readonly position: Position;
}

/** The conditions that some scenario puts on the k-th of a lever's terms that have one, by their texts. */
export type Conditions = ReadonlyMap<string, LinkedCondition>;

function holds(index: number, lag = 0): Term {
  const read: Term = lag === 0 ? slot(index) : { kind: 'past', slot: index, lag };
  return apply('unequal', read, number(0));
}

function choose(condition: Term, a: Term, b: Term): Term {
  return apply('choose', condition, a, b);
}

/** Chooses among paths by stocks, of which the last tells the second half of the paths from the first. */
function choosePath(stocks: readonly number[], paths: readonly number[]): Term {
  const last = stocks.at(-1);
  if (last === undefined) return slot(paths[0]!);
  const half = paths.length / 2;
  const others = stocks.slice(0, -1);
  const [without, having] = [paths.slice(0, half), paths.slice(half)];
  return choose(holds(last, 1), choosePath(others, having), choosePath(others, without));
}

/** Collects the variables and equations that let lever elements be choices among paths. */
export class LeverChoices {
  readonly variables: Variable[];
  /** To be computed before the equations of the model, which read levers. */
  readonly before: ScalarEquation[] = [];
  /** To be computed after them: what conditions read is known. */
  readonly after: ScalarEquation[] = [];
  readonly conditionalLevers = new Map<number, ConditionalLever>();

  constructor({ variables }: Model) {
    this.variables = [...variables];
  }

  #add(lever: number, ending: string, changes: Partial<Variable> = {}): number {
    const owner = this.variables[lever]!;
    return this.variables.push({ ...owner, key: `${owner.key}${ending}`, ...changes }) - 1;
  }

  /** Adds a number that is 1 in the step in which a condition is decided on, if it holds. */
  #addVerdict(lever: number, ending: string, { term, position }: LinkedCondition) {
    const decides = this.#add(lever, `.decides_${ending}`, { unit: ONE });
    const verdict = this.#add(lever, `.when_${ending}`, { kind: 'equation', unit: ONE, position });
    const undecided = isUndefined(term);
    const truth = choose(term, number(1), number(0));
    const value = undecided === null ? truth : choose(undecided, number(Number.NaN), truth);
    const decided = choose(holds(decides), value, number(0));
    this.after.push({ slot: verdict, term: decided, starts: null, lag: 0 });
    return { decides, verdict };
  }

  /** Adds a stock that is 1 from the step on in which one of the conditions was decided on and held. */
  #addStock(lever: number, ending: string, conditions: Conditions) {
    const verdicts = [...conditions].map(
      ([text, condition], at) =>
        [text, this.#addVerdict(lever, `${ending}_${at + 1}`, condition)] as const,
    );
    const stock = this.#add(lever, `.acts_${ending}`, { kind: 'equation', unit: ONE });
    const any = verdicts
      .map(([, { verdict }]) => holds(verdict))
      .reduce((a, b) => apply('or', a, b));
    const term = choose(any, number(1), { kind: 'past', slot: stock, lag: 1 });
    this.after.push({ slot: stock, term, starts: { kind: 'term', term: number(0) }, lag: 1 });
    return { stock, decides: new Map(verdicts.map(([text, { decides }]) => [text, decides])) };
  }

  /**
   * Lets the value of a lever element be a choice among the paths that its terms with conditions lead to. The path
   * on which none acts keeps the lever's name, by which an uncertain lever is drawn.
   */
  add(lever: number, terms: readonly Conditions[]): void {
    const paths = Array.from({ length: 1 << terms.length }, (_, selection) =>
      this.#add(lever, selection === 0 ? '' : `.path_${selection}`),
    );
    const added = terms.map((conditions, at) => this.#addStock(lever, String(at + 1), conditions));
    const stocks = added.map(({ stock }) => stock);
    this.before.push({ slot: lever, term: choosePath(stocks, paths), starts: null, lag: 0 });
    this.conditionalLevers.set(lever, { paths, decides: added.map(({ decides }) => decides) });
  }
}
