import type { FigureVerdict } from '../engine/index.ts';
import { isSame } from './matrix.ts';
import { type JunitCase, junitReport } from './report-junit.ts';
import { cellLine, type VerificationReport } from './verification-report.ts';
import { headlineTexts, otherLines, saidLine } from './verification-text.ts';

function failureOf(one: FigureVerdict): string {
  const [locked, now, change, errors] = headlineTexts(one);
  return `${one.figure} ${one.verdict}: ${locked}, now ${now} ${one.unit} (${change}, ${errors} standard errors)`;
}

/** One case for each outcome, with what moved in it. */
function outcomeCases({ verification }: VerificationReport): readonly JunitCase[] {
  const cases = new Map<string, JunitCase>();
  for (const one of verification.figures) {
    const key = JSON.stringify([one.measure, one.run]);
    const holds = one.verdict === 'exact' || one.verdict === 'within tolerance';
    const failures = [...(cases.get(key)?.failures ?? []), ...(holds ? [] : [failureOf(one)])];
    cases.set(key, { group: one.measure, name: one.run, failures });
  }
  return [...cases.values()];
}

function inputCases({ locked, now, verification }: VerificationReport): readonly JunitCase[] {
  const paths = [...new Set([...locked.inputs.keys(), ...now.inputs.keys()])];
  return paths.map((path) => {
    const input = verification.inputs.find((one) => one.path === path);
    const said = input?.said.map((change) => saidLine(change, path)) ?? [];
    const failures = input === undefined ? [] : [`${path}: ${input.verdict}`, ...said];
    return { group: 'inputs', name: path, failures };
  });
}

function otherCase(report: VerificationReport): JunitCase {
  const { cells, verification } = report;
  const { elsewhere, digests, wide } = verification;
  const bad = digests.filter(({ verdict }) => ['changed', 'missing', 'new'].includes(verdict));
  const others = otherLines({ ...verification, digests: bad, wide });
  const ways = cells.filter((cell) => !isSame(cell)).map(cellLine);
  return {
    group: 'besides',
    name: 'conditions, trajectories, validations, versions',
    failures: [...elsewhere.map((change) => saidLine(change, null)), ...others, ...ways],
  };
}

/** Writes a verification as JUnit XML: a case for each input file and each outcome. */
export function verificationJunit(report: VerificationReport): string {
  const cases = [...inputCases(report), ...outcomeCases(report), otherCase(report)];
  return junitReport(`parley verify ${report.study.name}`, cases);
}
