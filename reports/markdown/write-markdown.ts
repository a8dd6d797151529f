import { samplingLabel } from '../labels.ts';
import type { Report } from '../report.ts';
import { tallyText } from '../sheets/validation.ts';
import { answerOf } from '../summary/answer.ts';
import { breakEvenPart } from './break-even.ts';
import { comparisonPart } from './comparison.ts';
import { escapeMarkdown } from './escape.ts';

/** GitHub refuses a comment of more than 65,536 characters; what others put around the summary needs room too. */
const LONGEST = 60_000;

/** How many measures, scenarios and offers are shown, the most first; the last one always fits. */
const SIZES = [100, 50, 25, 12, 6, 3, 1] as const;

/**
 * Writes a summary that fits a comment on a pull request or the summary of a job: the answer, how the scenarios compare,
 * and how to repeat the run. Equal results give equal text. `workbook` is where the whole report stands.
 */
export function markdownOf(report: Report, workbook: string): string {
  const texts = SIZES.map((most) => () => textOf(report, workbook, most));
  for (const make of texts) {
    const text = make();
    if (text.length <= LONGEST) return text;
  }
  throw new RangeError('The summary is too long even for one measure of one scenario');
}

function textOf(report: Report, workbook: string, most: number): string {
  const { say, results } = report;
  const { study } = results;
  const parts = [
    `## ${escapeMarkdown(study.title)}`,
    study.question === '' ? '' : `> ${escapeMarkdown(study.question, 1_000)}`,
    answerPart(report),
    breakEvenPart(report, most),
    comparisonPart(report, most),
    study.validations.length === 0 ? '' : `### ${say('Validation')}\n\n${tallyText(report)}`,
    repeatPart(report),
    say('Every figure with its error, range and source: {workbook}', {
      workbook: escapeMarkdown(workbook),
    }),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The answer as the Summary gives it, each part with what it is about. */
function answerPart(report: Report): string {
  const answers = answerOf(report).map(
    ({ about, sentence }) => `**${escapeMarkdown(about)}.** ${escapeMarkdown(sentence, 1_000)}`,
  );
  return answers.join('\n\n');
}

function repeatPart({ results, say }: Report): string {
  const { draws, seed, digest, engineVersion, numericsVersion } = results.provenance;
  const lines = [
    `${say('As of')}: ${escapeMarkdown(results.study.asOf)}`,
    `${say('Draws')}: ${draws} (${samplingLabel(say, results)}), ${say('Seed')}: ${escapeMarkdown(seed)}`,
    `${say('Engine version')}: ${engineVersion}, ${say('Version of the numerics')}: ${numericsVersion}`,
    `${say('Results digest (SHA-256)')}: \`${digest}\``,
  ];
  return `### ${say('How to repeat this run')}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}
