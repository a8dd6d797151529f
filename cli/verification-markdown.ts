import type { FigureVerdict } from '../engine/index.ts';
import { type MovedOutcomes, movedOutcomes } from './moved-outcomes.ts';
import { countOf } from './number-text.ts';
import {
  asCode,
  folded,
  inMarkdown,
  MOST_ROWS,
  MOST_SHOWN,
  markdownTable,
  rest,
} from './report-markdown.ts';
import { matrixLines, type VerificationReport, verdictOf } from './verification-report.ts';
import { countOutcomes, headlineTexts, otherLines, saidLines } from './verification-text.ts';

function saidPart({ verification }: VerificationReport): readonly string[] {
  const lines = saidLines(verification, asCode);
  if (lines.length === 0) return [];
  const items = lines.map((line) => line.replace(/^ */, (indent) => `${indent}- `));
  return ['', '#### Said differently', '', ...items.slice(0, MOST_ROWS), ...rest(items)];
}

/** Lays out outcomes; what became of them is told where that is not the same for all. */
function tableOf(outcomes: readonly FigureVerdict[]): readonly string[] {
  const isPlain = outcomes.every(({ verdict }) => verdict === 'changed');
  const heads = ['Measure', 'Scenario', 'Figure', 'Locked:', 'Now:', 'Change:', 'Std errors:'];
  const rows = outcomes.map((one) => [
    ...[asCode(one.measure), asCode(one.run), one.figure, ...headlineTexts(one)],
    ...[inMarkdown(one.unit), ...(isPlain ? [] : [one.verdict])],
  ]);
  return markdownTable([...heads, 'Unit', ...(isPlain ? [] : [''])], rows);
}

const ERRORS =
  'Std errors: the change over the Monte Carlo error of the locked figure. Below 1, another seed would do as much.';

function headlinePart(headlines: readonly FigureVerdict[]): readonly string[] {
  if (headlines.length === 0) return ['', 'No headline came out differently.'];
  const title = '#### Headlines that came out differently, what moved furthest first';
  return ['', title, '', ...tableOf(headlines.slice(0, MOST_SHOWN)), '', ERRORS];
}

/** Folds what does not belong to the headlines, or is too much of them. */
function foldedPart({ headlines, others }: MovedOutcomes): readonly string[] {
  const more = [...headlines.slice(MOST_SHOWN), ...others];
  if (more.length === 0) return [];
  const count = countOf(more.length, headlines.length > 0 ? 'more outcome' : 'outcome');
  return folded(count, [...tableOf(more.slice(0, MOST_ROWS)), ...rest(more)]);
}

function outPart({ study, verification }: VerificationReport): readonly string[] {
  const moved = movedOutcomes(verification, study.ready.study.headline);
  if (moved.headlines.length + moved.others.length === 0) return [];
  return [...headlinePart(moved.headlines), ...foldedPart(moved)];
}

function besides(report: VerificationReport): readonly string[] {
  const lines = [...otherLines(report.verification), ...matrixLines(report)];
  return lines.length === 0 ? [] : ['', ...lines.map((line) => `- ${inMarkdown(line)}`)];
}

/** Writes a verification for the page of a job or a pull request. */
export function verificationMarkdown(report: VerificationReport): string {
  const { study, now, verification } = report;
  const { all, exact, within, changed } = countOutcomes(verification);
  const accept = `parley lock ${study.folder} --update --reason "..."`;
  return [
    `### ${inMarkdown(study.name)}: ${verdictOf(report)}`,
    '',
    `${all} outcomes of ${now.draws} draws: ${exact} exact, ${within} within tolerance, ${changed} changed.`,
    ...saidPart(report),
    ...outPart(report),
    ...besides(report),
    ...(verification.passed ? [] : ['', `To accept this: ${asCode(accept)}`]),
  ].join('\n');
}
