import type { Results } from '../engine/index.ts';
import { type Language, type Say, speak } from './language/say.ts';

/** What every sheet is made from: the results, and how the report says things. */
export interface Report {
  readonly results: Results;
  readonly language: Language;
  readonly say: Say;
}

/** Opens a report on results in a language. */
export function openReport(results: Results, language: Language): Report {
  return { results, language, say: speak(language) };
}
