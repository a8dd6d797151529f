import { createHash } from 'node:crypto';
import { numericsVersion } from '../arithmetic/numerics-version.ts';

import type { Study, StudyFiles } from '../study/study.ts';
import { digest } from './digest.ts';
import type { Provenance, Run } from './results.ts';
import type { Validation } from './validation.ts';

/** Hashes a file as text with LF line ends, so that a checkout on another system has the same hash. */
function sha256(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  return createHash('sha256').update(text).digest('hex');
}

/** Hashes the files that a run comes from, in order of path. Model tests are left out: they change no number. */
export function hashInputs(files: StudyFiles): Provenance['inputs'] {
  return [...files]
    .filter(([path]) => !path.startsWith('tests/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => ({ path, sha256: sha256(bytes) }));
}

/** Records what a run came from and what came out. */
export function recordProvenance(
  files: StudyFiles,
  study: Study,
  engineVersion: string,
  runs: readonly Run[],
  validations: readonly Validation[],
): Provenance {
  const { seed, draws, sampling } = study;
  return {
    engineVersion,
    numericsVersion,
    seed,
    draws,
    sampling,
    inputs: hashInputs(files),
    digest: digest(runs, validations),
  };
}
