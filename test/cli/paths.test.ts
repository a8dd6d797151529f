import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readStudyFolder } from '../../cli/read-study.ts';
import { checkStudy } from '../../engine/index.ts';

const base = mkdtempSync(join(tmpdir(), 'parley-paths-'));
const folder = join(base, 'study');
const STUDY = resolve('test/slips/study');

afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A place in a study that names a file, and a file outside that would do there. */
interface Place {
  readonly file: string;
  readonly text: string;
  readonly as: (name: string) => string;
  readonly outside: string;
}

const PLACES: readonly (readonly [string, Place])[] = [
  [
    'extends',
    {
      file: 'gas-offer.yaml',
      text: 'title:',
      as: (name) => `extends: ${name}\ntitle:`,
      outside: 'tariff.yaml',
    },
  ],
  [
    'a list of extends',
    {
      file: 'gas-offer.yaml',
      text: 'title:',
      as: (name) => `extends: [free-trade, ${name}]\ntitle:`,
      outside: 'tariff.yaml',
    },
  ],
  [
    'scenarios of the study',
    { file: 'study.yaml', text: 'gas-offer]', as: (name) => `${name}]`, outside: 'gas-offer.yaml' },
  ],
  [
    'a table',
    {
      file: 'model/market.yaml',
      text: 'table: trade.csv',
      as: (name) => `table: ${name}`,
      outside: 'model/trade.csv',
    },
  ],
  [
    'the elements of a set',
    {
      file: 'model/model.yaml',
      text: 'from: trade.csv',
      as: (name) => `from: ${name}`,
      outside: 'model/trade.csv',
    },
  ],
  [
    'cases of a test',
    {
      file: 'tests/market.yaml',
      text: 'cases: steel.csv',
      as: (name) => `cases: ${name}`,
      outside: 'tests/steel.csv',
    },
  ],
];

/** Ways to name a file out of the study, or one in it by a way out of it. */
const NAMES: readonly ((path: string) => string)[] = [
  (path) => `../${path}`,
  (path) => `../../${path}`,
  (path) => `./../${path}`,
  (path) => `.././${path}`,
  (path) => `model/../../${path}`,
  (path) => `..//${path}`,
  (path) => `..\\${path}`,
  (path) => `..\\..\\${path}`,
  (path) => join(base, path),
  (path) => `/${join(base, path)}`,
  (path) => `C:\\${path}`,
  (path) => `\\\\server\\share\\${path}`,
  (path) => `file://${join(base, path)}`,
  (path) => `https://example.org/${path}`,
  (path) => `%2e%2e/${path}`,
  (path) => `..%2f${path}`,
  (path) => `~/${path}`,
  (path) => `../study-evil/${path}`,
  (path) => `../study/${path}`,
  (path) => `../${path} `,
  (path) => `../${path}.`,
  (path) => `..\u2044${path}`,
  (path) => `../${path}::$DATA`,
  (path) => `.hidden/${path}`,
  (path) => `out/${path}`,
  () => '/dev/zero',
  () => '..',
  () => '/',
];

/** Puts a good file of that name, marked, wherever one of the ways might lead. */
function layOut({ outside }: Place): void {
  rmSync(base, { recursive: true, force: true });
  cpSync(STUDY, folder, { recursive: true });
  const text = readFileSync(join(STUDY, outside), 'utf8').replace(/^title: /, 'title: SECRET ');
  for (const place of ['.', 'study-evil', 'study/.hidden', 'study/out', 'study/model/.hidden']) {
    mkdirSync(dirname(join(base, place, outside)), { recursive: true });
    for (const name of [outside, outside.replace(/^.*\//, '')]) {
      writeFileSync(join(base, place, name), text);
    }
  }
}

describe.each(PLACES)('%s', (_, place) => {
  it('is a file where it names one of the study', () => {
    layOut(place);
    expect(checkStudy(readStudyFolder(folder)).problems).toEqual([]);
  });

  it('leads nowhere else, whatever is written there, and the mistake has its place', () => {
    layOut(place);
    const target = join(folder, place.file);
    const old = readFileSync(target, 'utf8');
    expect(old).toContain(place.text);
    for (const nameOf of NAMES) {
      const path = place.outside.replace(/\.yaml$/, '');
      for (const name of new Set([nameOf(path), nameOf(path.replace(/^.*\//, ''))])) {
        writeFileSync(
          target,
          old.replace(place.text, () => place.as(JSON.stringify(name))),
        );
        const { problems, ready, files } = checkStudy(readStudyFolder(folder));
        expect(ready, name).toBeNull();
        expect(
          problems.map(({ position }) => position.file),
          name,
        ).toContain(place.file);
        expect(JSON.stringify(problems), name).not.toContain('SECRET');
        expect([...files.keys()].filter((one) => /hidden|out\/|\.\./.test(one))).toEqual([]);
      }
    }
  });
});

it('is tried in so many ways', () => {
  expect(PLACES.length * NAMES.length).toBe(168);
});
