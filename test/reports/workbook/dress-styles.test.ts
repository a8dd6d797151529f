import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { someResults } from '../../support/results.ts';
import { reportBytes } from '../../support/workbook.ts';

/** Lists what the charts of a workbook are set in: fonts of Latin letters, and languages. */
async function lettersIn(language: 'en' | 'ko') {
  const parts = unzipSync(await reportBytes(someResults({}, 40), language));
  const charts = Object.entries(parts).filter(([name]) => name.startsWith('xl/charts/'));
  const xml = charts.map(([, part]) => strFromU8(part)).join('');
  const all = (pattern: RegExp) => [...new Set([...xml.matchAll(pattern)].map(([, one]) => one))];
  return {
    fonts: all(/<a:latin typeface="([^"]*)"/g),
    languages: all(/ lang="([^"]*)"/g),
    cells: strFromU8(parts['xl/styles.xml']!).includes('<name val="Malgun Gothic"/>'),
  };
}

test('charts are set in the letters of the workbook, so that their lines break where words end', async () => {
  expect(await lettersIn('en')).toEqual({ fonts: ['Arial'], languages: ['en-US'], cells: false });
  const korean = { fonts: ['Malgun Gothic'], languages: ['ko-KR'], cells: true };
  expect(await lettersIn('ko')).toEqual(korean);
});
