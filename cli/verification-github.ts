import type { InputChange } from '../engine/index.ts';
import { lockPath } from './lock-file.ts';
import { movedOutcomes } from './moved-outcomes.ts';
import { annotation, placeBelow } from './report-github.ts';
import { matrixLines, type VerificationReport, verdictOf } from './verification-report.ts';
import { countOutcomes, headlineTexts, otherLines, saidLine } from './verification-text.ts';

/** GitHub shows ten annotations of a step; each file gets one, and what moved another. */
const MOST_HEADLINES = 20;

function forInput({ path, verdict, said }: InputChange, folder: string): string {
  const line = said.flatMap(({ places }) => places).find(({ file }) => file === path)?.line ?? 0;
  const lines =
    said.length === 0
      ? ['nothing in it that a number could depend on']
      : said.map((change) => saidLine(change, path));
  const title = `${path}: ${verdict} since parley.lock`;
  return annotation('error', title, lines.join('\n'), placeBelow(folder, { file: path, line }));
}

/** Writes a verification as annotations of the files that changed, and one of the lock with what moved. */
export function verificationGithub(report: VerificationReport): string {
  const { study, verification, passed } = report;
  const { all, exact, changed } = countOutcomes(verification);
  if (passed) return annotation('notice', study.name, `${exact} of ${all} outcomes exact`, null);
  const { headlines, others } = movedOutcomes(verification, study.ready.study.headline);
  const moved = [...headlines, ...others];
  const lines = moved.slice(0, MOST_HEADLINES).map((one) => {
    const [locked, now, , errors] = headlineTexts(one);
    return `${one.measure} of ${one.run}: ${locked}, now ${now} ${one.unit} (${errors} standard errors)`;
  });
  const more = moved.length > lines.length ? [`... and ${moved.length - lines.length} more`] : [];
  const rest = [
    ...verification.elsewhere.map((change) => saidLine(change, null)),
    ...otherLines(verification),
    ...matrixLines(report),
  ];
  const place = { file: lockPath(study), line: 0 };
  const count = `${changed} of ${all} outcomes changed`;
  const title = `${study.name}: ${verification.passed ? verdictOf(report) : count}`;
  return [
    ...verification.inputs.map((input) => forInput(input, study.folder)),
    annotation('error', title, [...lines, ...more, ...rest].join('\n'), place),
  ].join('\n');
}
