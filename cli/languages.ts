import type { Argv } from 'yargs';
import type { Language } from '../engine/index.ts';
import { UsageError } from './exit-code.ts';
import type { Typed } from './options.ts';

/** The languages of reports; named here too, so that a slip is told before the engine is loaded. */
const LANGUAGES: readonly Language[] = ['en', 'ko'];

/** Adds the option that chooses the languages of what a run writes. */
export function withLanguages<T>(yargs: Argv<T>) {
  return yargs.option('language', {
    type: 'string',
    requiresArg: true,
    describe: `Language of workbook, page and Markdown, ${LANGUAGES.join(' or ')}, or several, as in en,ko; in another than the study's own they go to files of their own, STUDY.ko.xlsx. The terminal speaks English [default: the one in study.yaml]`,
  });
}

/**
 * Reads the languages that were asked for, in their order; undefined where none was.
 *
 * Errors: UsageError where one is not known, or named twice.
 */
export function readLanguages(typed: Typed): readonly Language[] | undefined {
  if (typed === undefined) return undefined;
  const words = [typed].flat().flatMap((one) => one.split(','));
  return words.map((word, at) => {
    const language = LANGUAGES.find((known) => known === word.trim());
    if (language === undefined) {
      const known = `${LANGUAGES.join(' or ')}, or a list such as ${LANGUAGES.join(',')}`;
      throw new UsageError(`--language is ${known}, not "${word.trim()}"`);
    }
    if (words.findIndex((other) => other.trim() === language) < at) {
      throw new UsageError(`--language names ${language} twice`);
    }
    return language;
  });
}
