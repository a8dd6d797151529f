import type { Language } from '../../engine/index.ts';
import { BODY_FONT } from '../style.ts';
import { escapeXml } from './xml.ts';

/** What the readers of a language are used to: the font of their spreadsheets, and how they write months and years. */
interface Dress {
  readonly font: string;
  readonly month: string;
  readonly year: string;
}

const DRESSES: Readonly<Record<Language, Dress>> = {
  en: { font: BODY_FONT, month: 'yyyy-mm', year: 'yyyy' },
  ko: { font: 'Malgun Gothic', month: 'yyyy"년" m"월"', year: 'yyyy"년"' },
};

/** Gives the styles of a workbook the fonts and dates of a language; they were written as for English. */
export function dressStyles(xml: string, language: Language): string {
  const { font, month, year } = DRESSES[language];
  const codes = new Map([
    ['yyyy-mm_)', `${month}_)`],
    ['yyyy_)', `${year}_)`],
  ]);
  return xml
    .replaceAll(`<name val="${BODY_FONT}"/>`, `<name val="${font}"/>`)
    .replace(/formatCode="([^"]*)"/g, (tag, code: string) => {
      const dressed = codes.get(code);
      return dressed === undefined ? tag : `formatCode="${escapeXml(dressed)}"`;
    });
}
