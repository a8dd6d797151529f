import type { Language } from '../../engine/index.ts';
import { KOREAN } from './ko.ts';

/**
 * Says an English text in the report's language; `{name}` in it stands for a value. A text without a translation
 * stays English; a test finds those before any reader does.
 * Errors: throws where a placeholder has no value.
 */
export type Say = (english: string, values?: Readonly<Record<string, string | number>>) => string;

/** What texts of reports are in other languages; English is the key. */
export type Dictionary = ReadonlyMap<string, string>;

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { en: new Map(), ko: KOREAN };

/** Gives the way of saying things in a language. */
export function speak(language: Language): Say {
  const texts = DICTIONARIES[language];
  return (english, values = {}) => fillIn(texts.get(english) ?? english, values);
}

function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`"${text}" has no value for {${name}}`);
    return String(value);
  });
}
