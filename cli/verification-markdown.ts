import { asCode, inMarkdown, MOST_ROWS, markdownTable, rest } from './report-markdown.ts';
import { matrixLines, type VerificationReport } from './verification-report.ts';
import {
  countOutcomes,
  headlineTexts,
  movedHeadlines,
  otherLines,
  saidLines,
} from './verification-text.ts';

function saidPart({ verification }: VerificationReport): readonly string[] {
  const lines = saidLines(verification);
  if (lines.length === 0) return [];
  const items = lines.map((line) => {
    const inner = line.trimStart();
    return `${line === inner ? '' : '  '}- ${inMarkdown(inner)}`;
  });
  return ['', '#### Said differently', '', ...items.slice(0, MOST_ROWS), ...rest(items)];
}

function outPart({ verification }: VerificationReport): readonly string[] {
  const moved = movedHeadlines(verification);
  if (moved.length === 0) return [];
  const heads = [
    'Measure',
    'Scenario',
    'Figure',
    'Locked:',
    'Now:',
    'Change:',
    'Std errors:',
    'Unit',
    '',
  ];
  const rows = moved
    .slice(0, MOST_ROWS)
    .map((one) => [
      asCode(one.measure),
      asCode(one.run),
      one.figure,
      ...headlineTexts(one),
      inMarkdown(one.unit),
      one.verdict,
    ]);
  return ['', '#### Came out differently', '', ...markdownTable(heads, rows), ...rest(moved)];
}

function besides(report: VerificationReport): readonly string[] {
  const lines = [...otherLines(report.verification), ...matrixLines(report)];
  return lines.length === 0 ? [] : ['', ...lines.map((line) => `- ${inMarkdown(line)}`)];
}

/** Writes a verification for the page of a job or a pull request. */
export function verificationMarkdown(report: VerificationReport): string {
  const { study, now, passed, verification } = report;
  const { all, exact, within, changed } = countOutcomes(verification);
  const verdict = passed ? 'as locked' : 'not as locked';
  const accept = `parley lock ${study.folder} --update --reason "..."`;
  return [
    `### ${inMarkdown(study.name)}: ${verdict}`,
    '',
    `${all} outcomes of ${now.draws} draws: ${exact} exact, ${within} within tolerance, ${changed} changed.`,
    ...saidPart(report),
    ...outPart(report),
    ...besides(report),
    ...(passed ? [] : ['', `To accept this: ${asCode(accept)}`]),
  ].join('\n');
}
