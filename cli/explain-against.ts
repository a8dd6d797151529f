import type { GroupOf, LeverExplanation, Study } from '../engine/index.ts';
import { contributionTable, groupLines } from './contributions-text.ts';
import { printable } from './display-width.ts';
import { countOf } from './number-text.ts';
import type { Format, ReadyStudy } from './open-study.ts';
import { print, printJson } from './terminal.ts';
import { withProgress } from './with-progress.ts';

type Scenario = Study['scenarios'][number];

/** Two scenarios of one study, and what the difference between them is split among. */
export interface Pair {
  readonly from: Scenario;
  readonly to: Scenario;
  readonly groupOf: GroupOf;
  readonly workers: number;
}

/** Runs the mixtures of two scenarios, with a bar that fills. */
export function explainPair(
  opened: ReadyStudy,
  study: Study,
  { from, to, groupOf, workers }: Pair,
): Promise<LeverExplanation> {
  return withProgress(opened, (onProgress) =>
    opened.engine.explainLevers(study, from, to, groupOf, { workers, onProgress }),
  );
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
  const found = await explainPair(opened, study, pair);
  if (format === 'text') {
    print(inWords(opened, study, pair, found, measure));
    return;
  }
  const { groups, measures } = found;
  const { draws, seed } = study;
  const [one] = measures.filter((each) => each.measure === measure);
  printJson({ scenario: pair.to.name, against: pair.from.name, draws, seed, groups, ...one });
}
