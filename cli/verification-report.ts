import type { Lock, Verification } from '../engine/index.ts';
import type { MatrixCell } from './matrix.ts';
import type { ReadyStudy } from './open-study.ts';
import { verificationText } from './verification-text.ts';

/** What a verification came to, whoever reads it. */
export interface VerificationReport {
  readonly study: ReadyStudy;
  readonly locked: Lock;
  readonly now: Lock;
  readonly verification: Verification;
  readonly cells: readonly MatrixCell[];
  readonly passed: boolean;
}

/** Says for each way to run a study whether it gave the same bits. */
export function matrixLines({ cells, now }: VerificationReport): readonly string[] {
  return cells.map(({ backEnd, workers, block, digest }) => {
    const verdict = digest === now.digest ? 'same digest' : `another digest: ${digest}`;
    return `${backEnd}, ${workers} workers, ${block} draws at a time: ${verdict}`;
  });
}

/** Writes a verification for people. */
export function verificationHuman(report: VerificationReport): string {
  const { study, verification, now, passed, cells } = report;
  const hint = `To accept this: parley lock ${study.folder} --update --reason "..."`;
  const accept = verification.passed ? [] : [hint];
  const matrix = cells.length === 0 ? [] : [matrixLines(report).join('\n')];
  const verdict = passed ? `As locked. Digest ${now.digest}` : 'Not as locked.';
  return [verificationText(study, verification, now), ...matrix, verdict, ...accept].join('\n\n');
}

/** Writes a verification for programs. */
export function verificationJson({
  study,
  locked,
  now,
  verification,
  cells,
  passed,
}: VerificationReport): string {
  const { folder, name } = study;
  const { draws, seed, engine, digest } = now;
  const head = { folder, name, passed, draws, seed, engine, lockedEngine: locked.engine };
  const { inputs, elsewhere, figures, digests, wide } = verification;
  const parts = { inputs, elsewhere, figures, digests, wide, matrix: cells };
  return JSON.stringify({ ...head, digest, lockedDigest: locked.digest, ...parts }, null, 2);
}
