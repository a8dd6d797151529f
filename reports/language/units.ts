import type { Language } from '../../engine/index.ts';

/** Korean for the words of units; one that is not here is the same in both (%, kg, MMBtu, MWh). */
const KOREAN: ReadonlyMap<string, string> = new Map(
  [
    'thousand 천, million 백만, billion 10억, bn 10억, trillion 조, trn 조, percent %, pp %p',
    'month 개월, months 개월, quarter 분기, quarters 분기, year 년, years 년, day 일, days 일',
    't 톤, tonne 톤, tonnes 톤, kt 천_톤, Mt 백만_톤, bbl 배럴',
    'vehicle 대, vehicles 대, ship 척, ships 척, household 가구, households 가구',
    'person 명, persons 명, people 명, job 명, jobs 명, troop 명, troops 명',
    'USD 달러, KRW 원, EUR 유로, JPY 엔, CNY 위안, GBP 파운드, CAD 캐나다달러, MXN 멕시코페소',
    'AUD 호주달러, CHF 스위스프랑, INR 루피, BRL 헤알, TWD 대만달러, VND 동, IDR 루피아, THB 바트',
    'MYR 링깃, SGD 싱가포르달러, ZAR 랜드, NOK 노르웨이크로네, SEK 스웨덴크로나, DKK 덴마크크로네',
    'PLN 즈워티, TRY 튀르키예리라',
  ]
    .flatMap((line) => line.split(', '))
    .map((pair) => pair.split(' ').map((word) => word.replace('_', ' ')) as [string, string]),
);

/** The same after a `/`. */
const PER: ReadonlyMap<string, string> = new Map([
  ['month', '월'],
  ['months', '월'],
]);

/** What stands in the place of a unit for levers that are no quantities. */
const NO_QUANTITY: ReadonlyMap<string, string> = new Map([
  ['date', '날짜'],
  ['yes/no', '예/아니요'],
]);

const SCALES = /^(thousand|million|billion|bn|trillion|trn)$/;

/**
 * Says a unit in a language, word by word: the scale stays what it is (bn is 10억), so that a number means the same
 * beside either and formulas do not differ between languages.
 */
export function unitIn(language: Language, unit: string): string {
  if (language === 'en') return unit;
  return NO_QUANTITY.get(unit) ?? koreanUnit(unit);
}

function koreanUnit(unit: string): string {
  let isBelow = false;
  let isScaled = true;
  return unit.replace(/([/*\s]*)([^\s/*]+)/g, (_, between: string, word: string) => {
    if (/[/*]/.test(between)) isBelow = between.includes('/');
    const link = between.includes('/') ? '/' : isScaled ? between : '·';
    isScaled = SCALES.test(word);
    return link + ((isBelow ? PER.get(word) : undefined) ?? KOREAN.get(word) ?? word);
  });
}
