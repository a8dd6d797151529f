import { type Attribution, attribute } from '../analysis/attribute.ts';
import { type NamedSituation, runSituations } from '../analysis/run-situations.ts';
import { ProblemError } from '../problem.ts';
import type { SimulationOptions } from '../simulation/simulate-study.ts';
import type { Study } from '../study/study.ts';
import { coalitions } from './coalitions.ts';
import { type EditGroup, sortEdits, takesFrom } from './edit-groups.ts';
import { type Edit, listEdits } from './edits.ts';
import { type LoneScenario, loneScenarios, withShared } from './lone-scenarios.ts';
import { mixScenarios, mixStudies } from './mix-studies.ts';
import { stateStudy } from './state-study.ts';

/** More groups of edits than this are taken over one at a time only. */
export const MOST_GROUPS = 8;

/** One measure of one scenario that both studies have, and what made it come out otherwise. */
export interface Headline extends Attribution {
  readonly measure: string;
  readonly scenario: string;
  readonly unit: string;
}

/** Two studies compared: what they say, and what comes out on the same draws. */
export interface StudyComparison {
  readonly edits: readonly Edit[];
  readonly groups: readonly EditGroup[];
  readonly headlines: readonly Headline[];
  /** Scenarios that only one of the two has; those that are gone come first. */
  readonly lone: readonly LoneScenario[];
}

/** By scenario and measure: one number per draw. */
type Outcomes = ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;

/** Lists what one study says otherwise than another, but for the scenarios that only one of them has. */
export function compareSayings(before: Study, after: Study): readonly Edit[] {
  const [old, fresh] = [withShared(before, after), withShared(after, before)];
  return listEdits(stateStudy(old), stateStudy(fresh));
}

class Comparison {
  readonly #before: Study;
  readonly #after: Study;
  readonly #groups: readonly EditGroup[];
  readonly #scenarios: readonly string[];
  readonly #options: SimulationOptions;

  constructor(
    before: Study,
    after: Study,
    groups: readonly EditGroup[],
    scenarios: readonly string[],
    options: SimulationOptions,
  ) {
    this.#before = before;
    this.#after = after;
    this.#groups = groups;
    this.#scenarios = scenarios;
    this.#options = options;
  }

  #chosen(coalition: number): readonly EditGroup[] {
    return this.#groups.filter((_, at) => (coalition >> at) & 1);
  }

  #situations(study: Study, coalition: number): readonly NamedSituation[] {
    const takes = takesFrom(this.#chosen(coalition));
    const mixture = { before: this.#before, after: this.#after, model: study.model, takes };
    return this.#scenarios.map((scenario) => {
      const [old, fresh] = [this.#before, this.#after].map(
        ({ scenarios }) => scenarios.find(({ name }) => name === scenario)!,
      );
      return mixScenarios(mixture, old!, fresh!, `${scenario}, part ${coalition}`);
    });
  }

  /** Runs coalitions that have the same model. */
  async #run(list: readonly number[]): Promise<ReadonlyMap<number, Outcomes>> {
    const model = this.#chosen(list[0]!).filter(({ isModel }) => isModel);
    const study = mixStudies(this.#before, this.#after, takesFrom(model));
    const situations = list.flatMap((coalition) => this.#situations(study, coalition));
    const columns = await runSituations(study, situations, this.#options);
    return new Map(
      list.map((coalition, at) => {
        const own = columns.slice(at * this.#scenarios.length);
        return [coalition, this.#named(study, own)] as const;
      }),
    );
  }

  #named(study: Study, columns: readonly (readonly Float64Array[])[]): Outcomes {
    return new Map(
      this.#scenarios.map((scenario, at) => {
        const outcomes = study.measures.map(
          ({ name }, index) => [name, columns[at]![index]!] as const,
        );
        return [scenario, new Map(outcomes)] as const;
      }),
    );
  }

  /** The two sides themselves, not as mixtures: what a mixture gets wrong shows as a remainder. */
  async side(study: Study): Promise<Outcomes> {
    const situations = this.#scenarios.map(
      (scenario) => study.scenarios.find(({ name }) => name === scenario)!,
    );
    return this.#named(study, await runSituations(study, situations, this.#options));
  }

  /** Runs mixtures, model by model; those that cannot be run are left out. */
  async mixtures(list: readonly number[]): Promise<ReadonlyMap<number, Outcomes>> {
    const model = this.#groups.reduce(
      (mask, { isModel }, at) => (isModel ? mask | (1 << at) : mask),
      0,
    );
    const found = new Map<number, Outcomes>();
    for (const part of new Set(list.map((coalition) => coalition & model))) {
      const own = list.filter((coalition) => (coalition & model) === part);
      try {
        for (const [coalition, outcomes] of await this.#run(own)) found.set(coalition, outcomes);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
    }
    return found;
  }
}

function headlinesOf(
  before: Study,
  after: Study,
  scenarios: readonly string[],
  outcomes: ReadonlyMap<number, Outcomes>,
  groups: number,
): readonly Headline[] {
  const shared = before.measures.filter((one) => {
    const other = after.measures.find(({ name }) => name === one.name);
    return other?.unit.text === one.unit.text;
  });
  return shared.flatMap(({ name: measure, unit }) =>
    scenarios.map((scenario) => {
      const columns = [...outcomes].map(([coalition, found]) => {
        return [coalition, found.get(scenario)!.get(measure)!] as const;
      });
      return { measure, scenario, unit: unit.text, ...attribute(new Map(columns), groups) };
    }),
  );
}

/** Lists what is run between the two sides; nothing is mixed with another horizon or other sets. */
function between(groups: readonly EditGroup[], hasFrame: boolean): readonly number[] {
  const all = (1 << groups.length) - 1;
  if (hasFrame) {
    const others = coalitions(groups.length - 1, false);
    return [...new Set(others)].filter((one) => one !== 0);
  }
  const isWhole = groups.length <= MOST_GROUPS;
  return coalitions(groups.length, isWhole).filter((one) => one !== 0 && one !== all);
}

/**
 * Compares two studies on the same draws: what is said otherwise, what comes out otherwise, and what each edit
 * contributes to that; by Shapley for up to eight groups of edits, else one at a time, with the remainder.
 *
 * Errors: a ProblemError where one of the two cannot be run.
 */
export async function compareStudies(
  before: Study,
  after: Study,
  chosen: readonly string[] | null,
  options: SimulationOptions,
): Promise<StudyComparison> {
  const edits = compareSayings(before, after);
  const { groups: mixable, frame } = sortEdits(before, after, edits);
  const last = { name: 'horizon and sets', edits: frame, isModel: true };
  const groups = frame.length > 0 ? [...mixable, last] : mixable;
  const both = before.scenarios
    .map(({ name }) => name)
    .filter((name) => after.scenarios.some((other) => other.name === name));
  const scenarios = both.filter((name) => chosen === null || chosen.includes(name));
  const comparison = new Comparison(before, after, groups, scenarios, options);
  const outcomes = new Map([[0, await comparison.side(before)]]);
  if (groups.length > 0) {
    outcomes.set((1 << groups.length) - 1, await comparison.side(after));
    const list = between(groups, frame.length > 0);
    for (const [one, found] of await comparison.mixtures(list)) outcomes.set(one, found);
  }
  return {
    edits,
    groups,
    headlines: headlinesOf(before, after, scenarios, outcomes, groups.length),
    lone: [
      ...(await loneScenarios(before, after, false, chosen, options)),
      ...(await loneScenarios(after, before, true, chosen, options)),
    ],
  };
}
