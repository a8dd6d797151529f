import type { GroupOf, LeverExplanation, Study } from '../engine/index.ts';
import { contributionTable, groupLines } from './contributions-text.ts';
import { printable } from './display-width.ts';
import { notApplicable } from './not-applicable.ts';
import { countOf, decimalsFor, showNumber } from './number-text.ts';
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

const HOW =
  'Contributions are Shapley values; they sum to the total. Added first: what the group does by itself; added last: what it adds to all the others of';

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

/** Orders the groups of an explanation so that what contributes most comes first. */
function largestFirst({ groups, measures }: LeverExplanation, measure: string) {
  const one = measures.find((each) => each.measure === measure)!;
  const size = (at: number) => Math.abs(one.contributions[at]!.share?.value ?? 0);
  const order = groups.map((_, at) => at).sort((a, b) => size(b) - size(a));
  return {
    groups: order.map((at) => groups[at]!),
    one: { ...one, contributions: order.map((at) => one.contributions[at]!) },
  };
}

/** Says of either scenario why the measure says nothing of it. */
function silences(opened: ReadyStudy, study: Study, { from, to }: Pair, measure: string) {
  const about = study.measures.find(({ name }) => name === measure)!;
  const [was, is] = [from, to].map(({ levers }) => opened.engine.silenceOf(study, levers, about));
  return { from: was!, to: is! };
}

function silenceLines(
  opened: ReadyStudy,
  study: Study,
  pair: Pair,
  measure: string,
): readonly string[] {
  const silent = silences(opened, study, pair, measure);
  const lines = (['from', 'to'] as const).map((side) =>
    notApplicable(measure, pair[side].name, silent[side]),
  );
  const told = lines.filter((line) => line !== '');
  return told.length === 0
    ? []
    : [[...told, 'The figures are what the formula comes to.'].join(' ')];
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
  const { groups, one } = largestFirst(found, measure);
  const title = `${about.title}: ${to.name} against ${from.name}`;
  if (groups.length === 0) return `${printable(title)}\n\nThe two set the same levers.`;
  const decimals = decimalsFor([one.total.value]) + 1;
  const [before, after] = [one.from, one.to].map(({ value }) => showNumber(value, decimals));
  const note = `Mean over ${countOf(study.draws, 'draw')}: ${before} in ${from.name}, ${after} in ${to.name}, in ${about.unit.text}.`;
  const names = groups.map(({ name }) => name);
  const table = contributionTable(one, names, about.unit.text, opened.engine.roundTogether);
  const lines = groupLines(groups).join('\n');
  const notes = [...silenceLines(opened, study, pair, measure), note];
  return [
    printable(title),
    ...notes.map(printable),
    table,
    printable(`${HOW} ${to.name}.`),
    lines,
  ].join('\n\n');
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
  const appliesNot = silences(opened, study, pair, measure);
  const names = { scenario: pair.to.name, against: pair.from.name };
  printJson({ ...names, draws, seed, groups, appliesNot, ...one });
}
