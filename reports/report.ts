import type { Language, LockState, Results } from '../engine/index.ts';
import { localise } from './language/localise.ts';
import { type Say, speak } from './language/say.ts';

/** What every sheet is made from: the results, and how the report says things. */
export interface Report {
  readonly results: Results;
  readonly language: Language;
  readonly say: Say;
  /** The file beside the workbook that holds the draws where they do not fit; null where there is none. */
  readonly drawsFile: string | null;
  /** How the run relates to the lock of its study; null where none was read. */
  readonly lock: LockState | null;
}

/** Opens a report on results in a language. */
export function openReport(
  results: Results,
  language: Language,
  known: Partial<Pick<Report, 'drawsFile' | 'lock'>> = {},
): Report {
  const { drawsFile = null, lock = null } = known;
  return { results: localise(results, language), language, say: speak(language), drawsFile, lock };
}
