import type { Lock, Verification } from '../engine/index.ts';
import { commonDigest, isSame, type MatrixCell, wholeCells } from './matrix.ts';
import { countOf } from './number-text.ts';
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

/** Says of a way to run a study whether it gave the same bits. */
export function cellLine(cell: MatrixCell): string {
  const { backEnd, workers, block, draws, digest } = cell;
  const way =
    backEnd === 'interpreter'
      ? `on ${countOf(draws, 'draw')}`
      : `${workers} workers, ${block} draws at a time`;
  return `${backEnd}, ${way}: ${isSame(cell) ? 'same digest' : `another digest: ${digest}`}`;
}

/** Says that of every way, and which digest those of all draws have in common. */
export function matrixLines({ cells }: VerificationReport): readonly string[] {
  if (cells.length === 0) return [];
  const digest = commonDigest(cells);
  const all = `${countOf(cells[0]!.draws, 'draw')} in ${countOf(wholeCells(cells).length, 'way')}`;
  const verdict = digest === null ? 'more than one digest' : `one digest, ${digest}`;
  return [...cells.map(cellLine), `${all}: ${verdict}`];
}

/** Says what a verification came to. */
export function verdictOf({ passed, verification }: VerificationReport): string {
  if (passed) return 'as locked';
  return verification.passed ? 'as locked, but not the same in every way' : 'not as locked';
}

function verdictLine(report: VerificationReport): string {
  const [first, ...rest] = verdictOf(report);
  const digest = report.passed ? ` Digest ${report.now.digest}` : '';
  return `${first!.toUpperCase()}${rest.join('')}.${digest}`;
}

/** Writes a verification for people. */
export function verificationHuman(report: VerificationReport): string {
  const { study, verification, now, cells } = report;
  const hint = `To accept this: parley lock ${study.folder} --update --reason "..."`;
  const accept = verification.passed ? [] : [hint];
  const matrix = cells.length === 0 ? [] : [matrixLines(report).join('\n')];
  const parts = [verificationText(study, verification, now), ...matrix];
  return [...parts, verdictLine(report), ...accept].join('\n\n');
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
  const parts = {
    inputs,
    elsewhere,
    figures,
    digests,
    wide,
    matrix: cells,
    matrixDigest: commonDigest(cells),
  };
  return JSON.stringify({ ...head, digest, lockedDigest: locked.digest, ...parts }, null, 2);
}
