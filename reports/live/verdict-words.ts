import type { Say } from '../language/say.ts';

/** The words that formulas of the live model show; each stands in a cell of its own. */
export const WORDS = [
  'ok',
  'changed',
  'differs',
  'unsolved',
  'violated',
  'path',
  'study',
  'you',
] as const;
export type Word = (typeof WORDS)[number];

/** Says a word that a formula may show. */
export function wordIn(say: Say, word: Word): string {
  const words: Readonly<Record<Word, string>> = {
    ok: say('OK'),
    changed: say('changed by you'),
    differs: say('DIFFERS'),
    unsolved: say('NOT SOLVED'),
    violated: say('VIOLATED'),
    path: say('path of the scenario'),
    study: say('the study'),
    you: say('you'),
  };
  return words[word];
}
