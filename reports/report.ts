import type { Language, Results } from '../engine/index.ts';
import { localise } from './language/localise.ts';
import { type Say, speak } from './language/say.ts';

/** What every sheet is made from: the results, and how the report says things. */
export interface Report {
  readonly results: Results;
  readonly language: Language;
  readonly say: Say;
  /** The file beside the workbook that holds the draws where they do not fit; null where there is none. */
  readonly drawsFile: string | null;
}

/** Opens a report on results in a language. */
export function openReport(
  results: Results,
  language: Language,
  drawsFile: string | null = null,
): Report {
  return { results: localise(results, language), language, say: speak(language), drawsFile };
}
