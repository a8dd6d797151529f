import { describe, expect, it } from 'vitest';
import { displayWidth, printable } from '../../cli/display-width.ts';
import { showProblem } from '../../cli/show-problem.ts';
import { problemsToJson, showProblems } from '../../cli/show-problems.ts';
import { error, type Problem, warning } from '../../engine/problem.ts';

const plain = { colour: false, folder: '' };
const filesOf = (text: string) => new Map([['a.yaml', new TextEncoder().encode(text)]]);
const at = (line: number, column: number, length = 1, file = 'a.yaml') => ({
  file,
  line,
  column,
  length,
});
const slip = (line: number, column: number, length = 1): Problem =>
  error('unknown-key', 'no', at(line, column, length));

const frame = (text: string, problem: Problem) =>
  showProblem(problem, filesOf(text), plain).split('\n');

describe('showProblem', () => {
  it('draws the frame of the design', () => {
    const text = `${'\n'.repeat(11)}  volumes: 7 Mt/year\n`;
    const problem = error(
      'unknown-lever',
      'module lng has no lever "volumes"',
      at(12, 3, 7),
      'did you mean "volume"?',
    );
    const style = { colour: false, folder: 'scenarios/korea-us-2025/' };
    expect(showProblem(problem, filesOf(text), style)).toBe(
      [
        'error[unknown-lever]: module lng has no lever "volumes"',
        '  --> scenarios/korea-us-2025/a.yaml:12:3',
        '   |',
        '12 |   volumes: 7 Mt/year',
        '   |   ^^^^^^^',
        '   = help: did you mean "volume"?',
      ].join('\n'),
    );
  });

  it('counts Hangul as two columns', () => {
    const [, , , line, carets] = frame('관세: 값값\n', slip(1, 5, 2));
    expect(line).toBe('1 | 관세: 값값');
    expect(carets).toBe(`  | ${' '.repeat(6)}^^^^`);
  });

  it('draws tabs as four spaces', () => {
    const [, , , line, carets] = frame('\ta:\tb\n', slip(1, 5));
    expect(line).toBe('1 |     a:    b');
    expect(carets).toBe(`  | ${' '.repeat(10)}^`);
  });

  it('shows what cannot be seen, and lets no text steer the terminal', () => {
    const [, , , line, carets] = frame('a\u200bb\u001b[31m\n', slip(1, 2));
    expect(line).toBe('1 | a\ufffdb\ufffd[31m');
    expect(carets).toBe('  |  ^');
    const problem = error('bad-name', 'x\u001b[2J\ny', at(1, 1), '\u202e');
    expect(showProblem(problem, new Map(), plain)).toBe(
      'error[bad-name]: x\ufffd[2J\ufffdy\n --> a.yaml:1:1\n  = help: \ufffd',
    );
  });

  it('points behind the end of a line', () => {
    expect(frame('a: b +\n', slip(1, 7))[4]).toBe('  |       ^');
  });

  it('drops a carriage return and a byte-order mark', () => {
    expect(frame('\ufeffa: 1\r\n', slip(1, 4))[3]).toBe('1 | a: 1');
  });

  it('cuts a line that is too long for any screen', () => {
    const [, , , line = '', carets = ''] = frame(
      `${'x'.repeat(5000)}Y${'z'.repeat(5000)}`,
      slip(1, 5001),
    );
    expect(line.length).toBeLessThan(200);
    expect(line[carets.indexOf('^')]).toBe('Y');
    const [, , , all = ''] = frame('x'.repeat(9000), slip(1, 1, 9000));
    expect(all.length).toBeLessThan(200);
  });

  it('leaves the line out where there is none', () => {
    const problem = error('file-missing', 'no study.yaml', at(1, 1));
    const expected = 'error[file-missing]: no study.yaml\n --> a.yaml:1:1';
    expect(showProblem(problem, new Map(), plain)).toBe(expected);
    expect(showProblem(problem, filesOf(''), plain)).toBe(expected);
    expect(showProblem(slip(99, 1), filesOf('a\n'), plain)).toContain('a.yaml:99:1');
  });

  it('colours only when asked', () => {
    const style = { colour: true, folder: '' };
    expect(showProblem(slip(1, 1), filesOf('a: 1'), style)).toContain('\u001b[31m');
    expect(frame('a: 1', slip(1, 1)).join('')).not.toContain('\u001b');
  });
});

describe('showProblems', () => {
  const show = (problems: readonly Problem[]) => showProblems(problems, new Map(), plain);

  it('sorts by file, line and column, and counts errors before warnings', () => {
    const problems = [
      warning('value-unlikely', 'w', at(1, 1)),
      error('bad-date', 'c', at(2, 10)),
      error('bad-date', 'b', at(2, 9)),
      error('bad-date', 'z', at(1, 1, 1, 'b.yaml')),
    ];
    const text = show(problems);
    expect(text.match(/\S+:\d+:\d+/g)).toEqual([
      'a.yaml:1:1',
      'a.yaml:2:9',
      'a.yaml:2:10',
      'b.yaml:1:1',
    ]);
    expect(text.split('\n').at(-1)).toBe('3 errors, 1 warning');
  });

  it('shows twenty and counts the rest, errors first', () => {
    const problems = [
      ...Array.from({ length: 30 }, (_, i) => warning('value-unlikely', 'w', at(i + 1, 1))),
      error('bad-date', 'the one that matters', at(99, 1)),
    ];
    const text = show(problems);
    expect(text.match(/-->/g)).toHaveLength(20);
    expect(text).toContain('the one that matters');
    expect(text).toMatch(/\.\.\. and 11 more\n\n1 error, 30 warnings$/);
  });

  it('says nothing about nothing', () => {
    expect(show([])).toBe('');
  });

  it('writes JSON', () => {
    const json = JSON.parse(
      problemsToJson([slip(2, 1), warning('value-unlikely', 'w', at(1, 2, 3), 'h')]),
    );
    expect(json).toEqual({
      errors: 1,
      warnings: 1,
      problems: [
        { severity: 'warning', code: 'value-unlikely', message: 'w', ...at(1, 2, 3), hint: 'h' },
        { severity: 'error', code: 'unknown-key', message: 'no', ...at(2, 1) },
      ],
    });
  });
});

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['한글', 4],
    ['\u1112\u1161\u11ab', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['₩１', 3],
    ['漢字かな', 8],
    ['😀', 2],
  ])('%s', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('keeps ordinary text as it is', () => {
    expect(printable('a 한글 é 😀')).toBe('a 한글 é 😀');
  });
});
