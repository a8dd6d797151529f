import type { Language, Results } from '../engine/index.ts';
import { localise } from './language/localise.ts';
import { type Say, speak } from './language/say.ts';

/** What every sheet is made from: the results, and how the report says things. */
export interface Report {
  readonly results: Results;
  readonly language: Language;
  readonly say: Say;
}

/** Opens a report on results in a language. */
export function openReport(results: Results, language: Language): Report {
  return { results: localise(results, language), language, say: speak(language) };
}
