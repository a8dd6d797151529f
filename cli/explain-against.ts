import type { GroupOf, LeverExplanation, Study } from '../engine/index.ts';
import { contributionTable, groupLines } from './contributions-text.ts';
import { printable } from './display-width.ts';
import { onInterrupt } from './interrupt.ts';
import { countOf } from './number-text.ts';
import { type Format, type ReadyStudy, StudyProblems } from './open-study.ts';
import { type Progress, showProgress } from './progress.ts';
import { print, printJson } from './terminal.ts';

type Scenario = Study['scenarios'][number];

/** Two scenarios of one study, and what the difference between them is split among. */
export interface Pair {
  readonly from: Scenario;
  readonly to: Scenario;
  readonly groupOf: GroupOf;
  readonly workers: number;
}

/** Runs the mixtures of two scenarios, with a bar that fills. */
export async function explainPair(
  { engine, name }: ReadyStudy,
  study: Study,
  { from, to, groupOf, workers }: Pair,
): Promise<LeverExplanation> {
  let bar: Progress | undefined;
  const stopListening = onInterrupt(() => bar?.finish());
  const onProgress = (done: number, all: number) => {
    bar ??= showProgress(name, all);
    bar.update(done);
  };
  try {
    return await engine.explainLevers(study, from, to, groupOf, { workers, onProgress });
  } finally {
    bar?.finish();
    stopListening();
  }
}

function inWords(
  opened: ReadyStudy,
  study: Study,
  pair: Pair,
  found: LeverExplanation,
  measure: string,
) {
  const { from, to } = pair;
  const about = study.measures.find(({ name }) => name === measure)!;
  const one = found.measures.find((each) => each.measure === measure)!;
  const title = `${about.title}: ${to.name} against ${from.name}`;
  const note = `Mean change over ${countOf(study.draws, 'draw')}, draw by draw, in ${about.unit.text}; contributions are Shapley values.`;
  const names = found.groups.map(({ name }) => name);
  if (names.length === 0) return printable(`${title}\n\nThe two set the same levers.`);
  const table = contributionTable(one, names, about.unit.text, opened.engine.roundTogether);
  return [printable(title), printable(note), table, groupLines(found.groups).join('\n')].join(
    '\n\n',
  );
}

/** Splits what a scenario changes of a measure among what it sets otherwise, and prints it. */
export async function explainAgainst(
  opened: ReadyStudy,
  study: Study,
  pair: Pair,
  measure: string,
  format: Format,
): Promise<void> {
  try {
    const found = await explainPair(opened, study, pair);
    if (format === 'text') {
      print(inWords(opened, study, pair, found, measure));
      return;
    }
    const { groups, measures } = found;
    const { draws, seed } = study;
    const [one] = measures.filter((each) => each.measure === measure);
    printJson({ scenario: pair.to.name, against: pair.from.name, draws, seed, groups, ...one });
  } catch (error) {
    if (error instanceof opened.engine.ProblemError)
      throw new StudyProblems(opened, error.problems);
    throw error;
  }
}
