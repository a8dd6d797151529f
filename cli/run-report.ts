import type { Language, Results } from '../engine/index.ts';
import { breakEvenText } from './break-even-text.ts';
import { printable } from './display-width.ts';
import { leagueTable, type Telling } from './league-table.ts';
import { countOf } from './number-text.ts';
import type { ReadyStudy } from './open-study.ts';
import { firstOf, type OutputKind, type OutputsByLanguage } from './outputs.ts';
import { leftBehind } from './run-name.ts';
import { problemsAsData } from './show-problems.ts';
import { coloursFor, tableWidth } from './terminal.ts';

const LABELS: Readonly<Record<OutputKind, string>> = {
  workbook: 'Workbook',
  page: 'Page',
  markdown: 'Markdown',
  draws: 'All draws',
};

/** Counts the published estimates that the study agrees with; nothing where it names none. */
function validationLines({ study, validations }: Results): readonly string[] {
  if (validations.length === 0) return [];
  const counted = validations.filter((one) => one.counts);
  const inside = counted.filter((one) => one.verdict === 'inside').length;
  const calibrated = study.validations.filter(
    ({ usedInCalibration }, at) => usedInCalibration && validations[at]!.verdict !== 'not run',
  ).length;
  const unrun = validations.filter((one) => one.verdict === 'not run').length;
  const others = [
    ...(calibrated > 0 ? [`${calibrated} used in calibration`] : []),
    ...(unrun > 0 ? [`${unrun} not run`] : []),
  ];
  const more = others.length > 0 ? ` (besides: ${others.join(', ')})` : '';
  const all = countOf(counted.length, 'published estimate');
  return [`Validated inside ${inside} of ${all}${more}`];
}

/** How many texts of the study are left in its own language, by language. */
export type Untranslated = ReadonlyMap<Language, number>;

function languageLines({ study }: Results, untranslated: Untranslated): readonly string[] {
  const lacking = [...untranslated].filter(([, count]) => count > 0);
  return lacking.map(
    ([language, count]) =>
      `Language  ${language}: ${countOf(count, 'text')} of the study left in ${study.language}`,
  );
}

function fileLines(outputs: OutputsByLanguage): readonly string[] {
  const files = [...outputs.values()].flatMap((kinds) => [...kinds]);
  return [
    ...files.map(([kind, file]) => `${LABELS[kind].padEnd(10)}${file}`),
    ...leftBehind(outputs).map((file) => `Earlier   ${file} is not of this run`),
  ];
}

/** Counts the simulations, and says what they were for; a selection of draws simulates nothing. */
function simulations({ held, runs, study }: Results): string {
  const kinds = new Map(study.conditions.map(({ name, kind }) => [name, kind]));
  const imposed = runs.filter(({ condition }) => kinds.get(condition ?? '') === 'impose').length;
  const drawn = runs.filter(({ condition }) => condition === null).length;
  const others = held.simulations - drawn - imposed;
  const parts = [
    `${countOf(drawn, 'scenario')} as drawn`,
    ...(imposed === 0 ? [] : [`${imposed} with a condition imposed`]),
    ...(others === 0 ? [] : [`${others} for the validation alone`]),
  ];
  return `${countOf(held.simulations, 'run')}: ${parts.join(', ')}`;
}

function summary(results: Results, outputs: OutputsByLanguage, untranslated: Untranslated): string {
  const { study, provenance } = results;
  const { draws, sampling, seed, digest } = provenance;
  return [
    ...fileLines(outputs),
    ...languageLines(results, untranslated),
    `Compared  ${countOf(study.scenarios.length, 'scenario')}, ${countOf(study.steps.length, study.stepName)}`,
    `Simulated ${simulations(results)}`,
    ...validationLines(results),
    `Draws     ${countOf(draws, 'draw')}, ${sampling}, seed ${printable(seed)}`,
    `Digest    ${digest}`,
  ].join('\n');
}

const MARKS = [
  ['*', 'the best'],
  ['=', 'no change in any draw'],
  ['≈', 'not to be told from none'],
  ['n/a', 'does not apply'],
] as const;

/** Explains a table: which figure of the changes it has and why, and what the marks in it mean. */
function keyOf({ study }: Results, table: string): string {
  const baseline = study.scenarios.find(({ role }) => role === 'baseline')?.name ?? '';
  const marks = MARKS.filter(([mark]) => table.includes(mark)).map(
    ([mark, meaning]) => `"${mark}" ${meaning}`,
  );
  return [
    `Mean change against ${printable(baseline)}, draw by draw.`,
    'Means, since where only a chance moves most draws do not change, and a median would be 0.',
    ...(marks.length === 0 ? [] : [`${marks.join(', ')}.`]),
  ].join('\n');
}

/** Writes the end of a run for people: how the scenarios compare, what breaks even, where the files are. */
export function reportRun(
  results: Results,
  outputs: OutputsByLanguage,
  untranslated: Untranslated,
  telling: Telling,
): string {
  const colours = coloursFor(process.stdout);
  const table = leagueTable(results, tableWidth(process.stdout), colours, telling);
  const parts = [
    colours.bold(printable(results.study.title)),
    keyOf(results, table),
    table,
    breakEvenText(results),
    summary(results, outputs, untranslated),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Lists the same for machines, with every figure and its Monte Carlo error. */
export function runAsData(
  study: ReadyStudy,
  { study: about, comparisons, breakEvens, regrets, validations, provenance }: Results,
  outputs: OutputsByLanguage,
) {
  const first = firstOf(outputs);
  const { name, title, question, scenarios, measures, conditions, breakEven } = about;
  const answers = validations.map(({ outcomes, ...answer }, index) => ({
    ...about.validations[index]!,
    ...answer,
  }));
  return {
    folder: study.folder,
    ...problemsAsData(study.checked.problems),
    workbook: first.get('workbook')!,
    page: first.get('page') ?? null,
    markdown: first.get('markdown') ?? null,
    drawsFile: first.get('draws') ?? null,
    languages: Object.fromEntries(
      [...outputs].map(([language, files]) => [language, Object.fromEntries(files)]),
    ),
    study: { name, title, question, scenarios, measures, conditions, breakEven },
    provenance,
    comparisons,
    breakEvens,
    regrets,
    validations: answers,
  };
}
