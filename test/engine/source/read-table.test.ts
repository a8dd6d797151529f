import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../engine/source/read-table.ts';

const read = (text: string) => readTable('t.csv', new TextEncoder().encode(text));

const faults = (text: string) =>
  read(text).problems.map(
    ({ code, position: { line, column, length } }) => `${code} ${line}:${column}+${length}`,
  );

const texts = (text: string) => read(text).rows.map((row) => row.cells.map((cell) => cell.text));

describe('readTable', () => {
  it('reads columns, rows and places', () => {
    const table = read('# from KITA\n# 2024\nsector,value\ncars,34.7\n"steel, raw",4\n');
    expect(table.problems).toEqual([]);
    expect(table.columns).toEqual(['sector', 'value']);
    expect(table.columnPositions[1]).toEqual({ file: 't.csv', line: 3, column: 8, length: 5 });
    expect(table.rows[0]?.cells[1]).toEqual({
      text: '34.7',
      position: { file: 't.csv', line: 4, column: 6, length: 4 },
    });
    expect(table.rows[1]?.cells[0]).toMatchObject({
      text: 'steel, raw',
      position: { line: 5, column: 1, length: 12 },
    });
  });

  it.each<[string, string, string[][]]>([
    ['no newline at the end', 'a,b\n1,2', [['1', '2']]],
    ['lines that end as on Windows', 'a,b\r\n1,2\r\n', [['1', '2']]],
    ['quotes in quotes', 'a\n"say ""x"""\n', [['say "x"']]],
    [
      'a line break in quotes',
      'a,b\n"1\n2",3\n4,5\n',
      [
        ['1\n2', '3'],
        ['4', '5'],
      ],
    ],
    [
      'empty cells',
      'a,b\n,\n"",x\n',
      [
        ['', ''],
        ['', 'x'],
      ],
    ],
    ['a byte-order mark', '\ufeffa\n1\n', [['1']]],
    ['a # in quotes', 'a\n"#1"\n', [['#1']]],
    ['no rows', 'a,b\n', []],
  ])('takes %s', (_, text, expected) => {
    expect(faults(text)).toEqual([]);
    expect(texts(text)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['an empty file', '', ['table-syntax 1:1+1']],
    ['comments only', '# a', ['table-syntax 1:1+1']],
    ['a column twice', 'a,b,a\n1,2,3\n', ['table-syntax 1:5+1']],
    ['a column without a name', 'a,,b\n1,2,3\n', ['table-syntax 1:3+1']],
    ['a column name over two lines', '"a\nb",c\n', ['table-syntax 1:1+2']],
    ['a column name with a space', '"a ",c\n', ['table-syntax 1:1+4']],
    ['too few cells', 'a,b\n1\n', ['table-syntax 2:1+1']],
    ['too many cells', 'a,b\n1,2,3\n', ['table-syntax 2:1+1']],
    ['a blank line', 'a,b\n1,2\n\n3,4\n', ['table-syntax 3:1+1']],
    ['a blank line at the end', 'a,b\n1,2\n\n', ['table-syntax 3:1+1']],
    ['a late comment', 'a,b\n# x,2\n', ['table-syntax 2:1+1']],
    ['an open quote', 'a,b\n1,"2\n3,4\n', ['table-syntax 2:3+1']],
    ['a quote in a cell', 'a,b\n1,2"\n', ['table-syntax 2:4+1']],
    ['text after a quote', 'a,b\n"1"x,2\n', ['table-syntax 2:4+1']],
    ['a space after a comma', 'a,b\n1, 2\n', ['table-syntax 2:3+2']],
    ['semicolons', 'a;b\n1;2\n', ['table-syntax 1:1+3']],
    ['a zero-width space', 'a\n1\u200b\n', ['odd-character 2:2+1']],
    ['a no-break space', 'a\n1\u00a02\n', ['odd-character 2:2+1']],
    ['a lone carriage return', 'a\r1\r', ['odd-character 1:2+1']],
  ])('refuses %s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('keeps the rows that fit', () => {
    expect(texts('a,b\n1,2\n3\n4,5\n')).toEqual([
      ['1', '2'],
      ['4', '5'],
    ]);
  });

  it('refuses what is not UTF-8', () => {
    const { problems } = readTable('t.csv', Uint8Array.from([0x61, 0x0a, 0xb0, 0xfc]));
    expect(problems[0]).toMatchObject({ code: 'file-encoding', position: { line: 2, column: 1 } });
  });

  it('reads back whatever was written with quotes', () => {
    const cell = fc.stringMatching(/^[a-z가-힣0-9",;# .\n]*$/u);
    const rows = fc.array(fc.tuple(cell, cell));
    fc.assert(
      fc.property(rows, (written) => {
        const lines = written.map((row) => row.map((t) => `"${t.replaceAll('"', '""')}"`).join());
        expect(texts(['a,b', ...lines].join('\n'))).toEqual(written);
      }),
      { seed: 1 },
    );
  });

  it('points at every cell', () => {
    const cell = fc.stringMatching(/^[a-z가-힣0-9.]{1,5}$/u);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (written) => {
        const lines = ['a,b', ...written.map((row) => row.join())];
        for (const { cells } of read(lines.join('\r\n')).rows) {
          for (const { text, position } of cells) {
            const start = position.column - 1;
            expect(lines[position.line - 1]?.slice(start, start + position.length)).toBe(text);
          }
        }
      }),
      { seed: 1 },
    );
  });

  it.each([
    ['commas', ','],
    ['blank lines', '\n'],
    ['ragged rows', 'a,b\n1\n'],
    ['no-break spaces', '\u00a0\n'],
  ])('gives up on a file of %s at once', (_, piece) => {
    const { problems } = read(piece.repeat(1_000_000));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(210);
  });

  it('reads 100,000 rows', () => {
    expect(read(`a,b\n${'1.25,2\n'.repeat(100_000)}`).rows).toHaveLength(100_000);
  });
});
