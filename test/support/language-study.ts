import type { Problem } from '../../engine/problem.ts';
import { isPath } from '../../engine/study/apply-terms.ts';
import { averageOver, type Path } from '../../engine/study/path.ts';
import { readStudy } from '../../engine/study/read-study.ts';
import type { Scenario, Study } from '../../engine/study/study.ts';
import { filesOf, type Texts } from './small-study.ts';

/** A study with a lever of every form, two sets, assumptions of every form, sources and a test. */
export const LANGUAGE: Texts = {
  'study.yaml': `title: T
question: Q
as_of: 2025-04-09
horizon: { from: 2025-04, months: 24 }
draws: 20
seed: s
sampling: random
reference: a
baseline: a
scenarios: [a, b]
measures: { x: { title: X, unit: "1", formula: final(m.x), better: higher } }
`,
  'a.yaml': 'title: A\n',
  'b.yaml': 'title: B\nextends: a\n',
  'sources.yaml': 'iea: { title: Outlook, publisher: IEA, date: 2024-10 }\n',
  'model/model.yaml': 'sets: { good: [cars, steel], country: [korea, japan] }\n',
  'model/m.yaml': `title: M
levers:
  rate: { about: R, unit: "%", over: [good, country], default: 0%, within: [0%, 50%] }
  volume: { about: V, unit: Mt/year, default: { start: 1 Mt/year, 2025-07-01: 3 Mt/year } }
  slope: { about: L, unit: "1", interpolate: linear, default: 0 }
  pays: { about: P, type: date, default: never }
  joins: { about: J, type: yes/no, default: no }
assumptions:
  gas: { value: 4.3 USD/MMBtu, uncertainty: 3 to 7 USD/MMBtu, source: iea }
  cost: { over: good, unit: USD/t, value: { cars: 3 USD/t, all: 5 USD/t }, source: judgement, why: W }
shocks:
  luck: { normal: { mean: 0, sd: 1 } }
  storm: { over: country, unit: "%", distribution: { uniform: [0%, 10%] } }
equations:
  x: { unit: "1", formula: slope }
`,
};

/** Gives the files of the study with some replaced or added. */
export function languageWith(changes: Texts): Texts {
  return { ...LANGUAGE, ...changes };
}

/** Prints a problem as its code, its place and the text that is marked there. */
export function showMark({ code, position }: Problem, texts: Texts): string {
  const { file, line, column, length } = position;
  const marked = (texts[file] ?? '').split('\n')[line - 1]?.slice(column - 1, column - 1 + length);
  return `${code} ${file}:${line}:${column} ${marked}`;
}

/** Lists what is wrong with a study: code, place and marked text of each problem. */
export function marksOf(changes: Texts): readonly string[] {
  const texts = languageWith(changes);
  const { study, problems } = readStudy(filesOf(texts));
  const failed = problems.some(({ severity }) => severity === 'error');
  if ((study === null) !== failed) throw new Error('a study is null where there are errors');
  return problems.map((problem) => showMark(problem, texts));
}

/** Lists the problems of a study as code, message and hint. */
export function messagesOf(changes: Texts): readonly string[] {
  const { problems } = readStudy(filesOf(languageWith(changes)));
  return problems.map(({ code, message, hint }) => `${code}: ${message} (${hint ?? ''})`);
}

/** Reads a study that must be without errors. */
export function studyOf(changes: Texts = {}): Study {
  const { study, problems } = readStudy(filesOf(languageWith(changes)));
  if (study === null) throw new Error(problems.map(({ message }) => message).join('; '));
  return study;
}

/** Reads the study with b.yaml saying this after its title. */
export function scenarioOf(body: string, others: Texts = {}): Scenario {
  const { scenarios } = studyOf({ 'b.yaml': `title: B\n${body}`, ...others });
  return scenarios.find(({ name }) => name === 'b')!;
}

/** Gives a lever of a scenario as it comes to. */
export function settingOf(scenario: Scenario, lever: string, element = '') {
  return scenario.levers.get(`m.${lever}`)!.get(element)!;
}

/** Gives the path of a lever of a scenario. */
export function pathOf(scenario: Scenario, lever: string, element = ''): Path {
  const { value } = settingOf(scenario, lever, element).value;
  if (!isPath(value)) throw new Error(`${lever} is uncertain`);
  return value;
}

/** Averages a path over each month from April 2025 on. */
export function monthly(path: Path, months: number): readonly number[] {
  return Array.from({ length: months }, (_, t) => averageOver(path, APRIL + t, APRIL + t + 1));
}

/** April 2025 in months since the year 0. */
export const APRIL = 2025 * 12 + 3;
