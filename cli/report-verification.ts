import type { Reporter } from './reporter.ts';
import { verificationGithub } from './verification-github.ts';
import { verificationJunit } from './verification-junit.ts';
import { verificationMarkdown } from './verification-markdown.ts';
import {
  type VerificationReport,
  verificationHuman,
  verificationJson,
} from './verification-report.ts';

/** The reporters of verify; problems are no matter of a lock, so there is no SARIF. */
const REPORTERS = {
  human: verificationHuman,
  json: verificationJson,
  github: verificationGithub,
  junit: verificationJunit,
  markdown: verificationMarkdown,
} satisfies Partial<Record<Reporter, (report: VerificationReport) => string>>;

/** Their names, for the command line. */
export const VERIFY_REPORTERS = Object.keys(REPORTERS) as (keyof typeof REPORTERS)[];

/** Writes a verification for whoever reads it. */
export function reportVerification(
  reporter: keyof typeof REPORTERS,
  report: VerificationReport,
): string {
  return REPORTERS[reporter](report);
}
