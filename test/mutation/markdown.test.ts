import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FOLDERS, foldersNamed } from './folders.ts';
import { writeScores, writeSurvivors } from './markdown.ts';
import { type Mutant, percentOf, scoreOf } from './score.ts';

function mutant(status: string, from: number, to: number, replacement = 'true'): Mutant {
  const location = { start: { line: 2, column: from }, end: { line: 2, column: to } };
  return { status, location, replacement, mutatorName: 'ConditionalExpression' };
}

const SCORE = scoreOf('draw', {
  files: {
    'engine/draw/one.ts': {
      source: 'const x = 1;\nif (a || b) stop();\n',
      mutants: [
        mutant('Survived', 5, 11),
        mutant('Killed', 5, 6),
        mutant('Killed', 10, 11),
        mutant('Timeout', 1, 20, '{}'),
        mutant('CompileError', 1, 20, '{}'),
      ],
    },
    'engine/draw/two.ts': {
      source: 'import a;\n  b();',
      mutants: [mutant('NoCoverage', 3, 7, '')],
    },
  },
});

test('a score is the share that was noticed or never ended, of all that could be tried', () => {
  expect(percentOf(SCORE)).toBe(60);
  expect(
    writeScores([SCORE]),
  ).toBe(`| folder | changes | noticed | endless | survivors | left out | score |
|---|---:|---:|---:|---:|---:|---:|
| \`engine/draw\` | 5 | 2 | 1 | 2 | 1 | 60.0% |`);
});

test('survivors are shown with their place, the code and what it was changed to', () => {
  expect(writeSurvivors(SCORE)).toBe(`**engine/draw**, changes that no test noticed

| place | code | changed to |
|---|---|---|
| engine/draw/one.ts:2:5 | \`\` a \\|\\| b \`\` | \`\` true \`\` |
| engine/draw/two.ts:2:3 | \`\` b(); \`\` | nothing (no test gets here) |`);
  expect(writeSurvivors({ ...SCORE, survivors: [] })).toBe(
    '**engine/draw**, changes that no test noticed: none',
  );
});

test('all folders are meant where none is named, and no other can be', () => {
  expect(foldersNamed([])).toEqual(Object.keys(FOLDERS));
  expect(foldersNamed(['draw'])).toEqual(['draw']);
  expect(() => foldersNamed(['drow'])).toThrow('There is no folder drow; there are arithmetic,');
});

test.each(Object.entries(FOLDERS))(
  'there is a folder %s, and all tests named for it',
  (name, tests) => {
    expect(readdirSync('engine')).toContain(name);
    const files = readdirSync('test/engine', { recursive: true, encoding: 'utf8' });
    for (const each of tests) expect(files.some((file) => file.startsWith(each))).toBe(true);
  },
);
