import { type CheckedStudy, checkStudy } from '../../engine/check.ts';
import { centralPath } from './central-path.ts';
import { filesOf, type Texts } from './small-study.ts';

const MODEL = `sets:
  supplier: [korea, japan, eu]
  rival: { subset of: supplier, without: [korea] }
  region: [north, south]
`;

const BANK = `title: A bank
equations:
  interest: { unit: "%", formula: 5 percent }
`;

const MAIN = `title: What formulas may read
levers:
  volume: { about: V, unit: Mt/year, default: { start: 2 Mt/year, 2025-05-16: 4 Mt/year } }
  opens: { about: O, type: date, default: 2025-05-16 }
  shuts: { about: S, type: date, default: never }
  joined: { about: J, type: yes/no, default: yes }
  rate: { about: R, over: supplier, unit: "%", default: { korea: 10%, japan: 20%, eu: 40% } }
assumptions:
  dollars: { value: 12 bn USD, source: judgement, why: W }
  won: { value: 3 trillion KRW, source: judgement, why: W }
  income: { value: 24 bn USD/year, source: judgement, why: W }
  exchange: { value: 1500 KRW/USD, source: judgement, why: W }
  weight: { value: 5 t, source: judgement, why: W }
  square: { value: 16 USD USD, source: judgement, why: W }
  growth: { value: 2, source: judgement, why: W }
  half: { value: 50%, source: judgement, why: W }
  span: { value: 3 months, source: judgement, why: W }
  p: { over: region, value: { north: 2, south: 3 }, source: judgement, why: W }
  theta:
    over: { i: region, v: region }
    value: { north: { north: 1, south: 10 }, south: { north: 100, south: 1000 } }
    source: judgement
    why: W
shocks:
  luck: { normal: { mean: 0, sd: 1 } }
equations:
  sold: { unit: bn USD/year, formula: income }
  stock: { unit: bn USD, starts: 0, formula: previous(stock) + sold * step }
  duty: { over: supplier, unit: "%", starts: 0, formula: "rate[supplier]" }
  other: { over: rival, unit: "%", formula: "duty[rival]" }
`;

const STUDY = `title: Formulas
question: Q
as_of: 2025-04-09
horizon: { from: 2025-04, months: 6 }
draws: 20
seed: s
sampling: random
reference: a
baseline: a
scenarios: [a]
measures:
`;

const MEASURE = '  last: { title: L, unit: bn USD, formula: final(m.stock), better: higher }\n';

/** What is put into the study. `equations`, `checks` and `solve` are lines of YAML. */
export interface FormulaParts {
  readonly equations?: string;
  readonly checks?: string;
  /** Lines of YAML below `solve:`. */
  readonly solve?: string;
  readonly measures?: string;
  readonly trajectories?: string;
  /** Replaces the clock: `{ from: 2025-04, months: 6 }`. */
  readonly horizon?: string;
  readonly tests?: string;
}

function indented(lines: string): string {
  return lines.replace(/^(?=.)/gm, '  ');
}

/** Writes the files of a study with some equations, checks or measures added. */
export function textsWith(parts: FormulaParts): Texts {
  const { equations = '', checks, solve, measures = '', trajectories, horizon, tests } = parts;
  const study = horizon === undefined ? STUDY : STUDY.replace(/(?<=horizon: ).*/, horizon);
  const paths = trajectories === undefined ? '' : `trajectories:\n${indented(trajectories)}\n`;
  const below = (key: string, lines: string | undefined) =>
    lines === undefined ? '' : `${key}:\n${indented(lines)}\n`;
  const more = `${below('solve', solve)}${below('checks', checks)}`;
  return {
    'study.yaml': `${study}${MEASURE}${indented(measures)}\n${paths}`,
    'a.yaml': 'title: A\n',
    'model/model.yaml': MODEL,
    'model/bank.yaml': BANK,
    'model/m.yaml': `${MAIN}${indented(equations)}\n${more}`,
    ...(tests === undefined ? {} : { 'tests/a.yaml': `tests:\n${indented(tests)}\n` }),
  };
}

/** Lists what is wrong with a study: code, the text that is marked, and the message with its hint. */
export function found(parts: FormulaParts): readonly string[] {
  const texts = textsWith(parts);
  return checkStudy(filesOf(texts)).problems.map(({ code, message, hint, position }) => {
    const { file, line, column, length } = position;
    const marked = texts[file]!.split('\n')[line - 1]!.slice(column - 1, column - 1 + length);
    return `${code} at ${marked}: ${message}${hint === undefined ? '' : ` (${hint})`}`;
  });
}

/** Writes an equation `x` as one line of YAML. */
export function equationOf(formula: string, unit = '1', over = ''): string {
  return `x: { ${over === '' ? '' : `over: ${over}, `}unit: "${unit}", formula: '${formula}' }`;
}

/** Compiles a study that must be without problems. */
export function compiled(parts: FormulaParts): NonNullable<CheckedStudy['ready']> {
  const { ready, problems } = checkStudy(filesOf(textsWith(parts)));
  if (ready === null || problems.length > 0) throw new Error(JSON.stringify(problems));
  return ready;
}

/** Computes an equation of module m on the central path, in its own unit, step by step. */
export function seriesOf(parts: FormulaParts, name = 'x', element = ''): readonly number[] {
  return centralPath(textsWith(parts), 'a')(`m.${name}`, element);
}

/** Computes a formula at the first step of the central path. */
export function firstValueOf(formula: string, unit = '1', more: FormulaParts = {}): number {
  const equations = `${equationOf(formula, unit)}\n${more.equations ?? ''}`;
  return seriesOf({ ...more, equations })[0]!;
}
