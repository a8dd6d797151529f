import type { Language } from '../../engine/index.ts';
import { BODY_FONT, KOREAN_FONT } from '../style.ts';

/** The fonts that the spreadsheets of a language are set in. */
const FONTS: Readonly<Record<Language, string>> = { en: BODY_FONT, ko: KOREAN_FONT };

/** Where lines break is decided by the language that letters are in. */
const LETTERS: Readonly<Record<Language, string>> = { en: 'en-US', ko: 'ko-KR' };

/** Gives the styles of a workbook, or a chart in it, written as for English, the font and letters of a language. */
export function dressStyles(xml: string, language: Language): string {
  return xml
    .replaceAll(`<name val="${BODY_FONT}"/>`, `<name val="${FONTS[language]}"/>`)
    .replaceAll(`<a:latin typeface="${BODY_FONT}"/>`, `<a:latin typeface="${FONTS[language]}"/>`)
    .replaceAll('lang="en-US"', `lang="${LETTERS[language]}"`);
}
