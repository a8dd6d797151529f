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
    describe: `Language of the workbook, ${LANGUAGES.join(' or ')}; of several, as in en,ko, the first has the file's name and each other one stands beside it as NAME.LANGUAGE.xlsx [default: that of study.yaml]`,
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

/** Names the file of each language: the first has the name itself, each other one its code before the ending. */
export function filesByLanguage(
  file: string,
  languages: readonly Language[],
): ReadonlyMap<Language, string> {
  return new Map(
    languages.map((language, at) => [
      language,
      at === 0 ? file : file.replace(/(\.\w+)?$/, (ending) => `.${language}${ending}`),
    ]),
  );
}
