import type { StudyFiles } from '../../../engine/index.ts';
import { labelOf } from '../../../engine/model/model.ts';
import type { Task } from '../task.ts';

/** The uncertain inputs of one draw: birth rate, share of capital, dirtiness, saving. */
export type Draw = readonly [number, number, number, number];

/** The stocks after the last step: population, capital, pollution. */
export type Stocks = readonly [number, number, number];

const STUDY = `title: Growth
question: How fast is it?
as_of: 2025-04-09
horizon: { from: 2025-04, months: 60 }
draws: 1000
seed: growth
sampling: random
reference: usual
baseline: usual
scenarios: [usual]
measures:
  population: { title: Population, unit: "1", formula: final(growth.population), better: neither }
  capital: { title: Capital, unit: "1", formula: final(growth.capital), better: neither }
  pollution: { title: Pollution, unit: "1", formula: final(growth.pollution), better: neither }
`;

const MODULE = `title: Growth
assumptions:
  birth_rate: { unit: "1", uncertainty: { uniform: [0.02, 0.04] }, source: judgement, why: B. }
  capital_share: { unit: "1", uncertainty: { uniform: [0.25, 0.4] }, source: judgement, why: B. }
  dirtiness: { unit: "1", uncertainty: { uniform: [0.05, 0.15] }, source: judgement, why: B. }
  saving: { unit: "1", uncertainty: { uniform: [0.15, 0.3] }, source: judgement, why: B. }
equations:
  output: { unit: "1", formula: previous(population) * (previous(capital) / previous(population)) ^ capital_share }
  affluence: { unit: "1", formula: output / previous(population) }
  births: { unit: "1", formula: birth_rate * previous(population) / (1 + 0.1 * affluence) }
  deaths: { unit: "1", formula: 0.02 * previous(population) * (1 + 0.1 * previous(pollution)) }
  investment: { unit: "1", formula: saving * output / (1 + 0.05 * previous(pollution)) }
  wear: { unit: "1", formula: 0.05 * previous(capital) }
  emissions: { unit: "1", formula: dirtiness * output }
  decay: { unit: "1", formula: previous(pollution) / 20 }
  population: { unit: "1", starts: 1, formula: previous(population) + births - deaths }
  capital: { unit: "1", starts: 2, formula: previous(capital) + investment - wear }
  pollution: { unit: "1", starts: 0.5, formula: previous(pollution) + emissions - decay }
`;

/** Writes the model that all peers can say: three stocks, eight flows and other variables, sixty steps. */
export function growthStudy(): StudyFiles {
  const texts = {
    'study.yaml': STUDY,
    'model/model.yaml': 'title: Growth\n',
    'model/growth.yaml': MODULE,
    'usual.yaml': 'title: As usual\n',
  };
  const encoder = new TextEncoder();
  return new Map(Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)]));
}

const INPUTS = ['birth_rate', 'capital_share', 'dirtiness', 'saving'];

/** Gives the inputs of the first draws of a task. */
export function drawsOf({ prepared, runs }: Task, count: number): readonly Draw[] {
  const { drawnSlots, program } = prepared.prepared;
  const labels = drawnSlots.map((slot) => labelOf(program.model.variables[slot]!));
  const columns = INPUTS.map((name) => runs[0]!.random.drawn[labels.indexOf(`growth.${name}`)]!);
  return Array.from(
    { length: count },
    (_, draw) => columns.map((column) => column[draw]!) as readonly number[] as Draw,
  );
}
