import { describe, expect, it } from 'vitest';
import type { ScalarNode, SourceNode } from '../../../engine/source/document.ts';
import { findEntry, nodeAt, toPlain } from '../../../engine/source/locate.ts';
import { readDocument } from '../../../engine/source/read-document.ts';

const read = (text: string) => readDocument('a.yaml', new TextEncoder().encode(text));

const faults = (text: string | Uint8Array) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readDocument('a.yaml', bytes).problems.map(
    ({ code, position: { line, column, length } }) => `${code} ${line}:${column}+${length}`,
  );
};

const rootOf = (text: string): SourceNode => {
  const { root, problems } = read(text);
  expect(problems).toEqual([]);
  if (root === null) throw new Error('no root');
  return root;
};

const scalarAt = (text: string, ...path: (string | number)[]): ScalarNode => {
  const { node } = nodeAt(rootOf(text), path);
  if (node.kind !== 'scalar') throw new Error('no scalar');
  return node;
};

describe('slips', () => {
  it.each<[string, string, string[]]>([
    ['an empty file', '', ['yaml-syntax 1:1+1']],
    ['comments only', '# nothing\n\n', ['yaml-syntax 1:1+1']],
    ['a document mark only', '---\n', ['yaml-syntax 1:1+1']],
    ['an anchor', 'a: &x 1\n', ['yaml-feature 1:4+2']],
    ['an alias', 'a: 1\nb: *x\n', ['yaml-feature 2:4+2']],
    ['an anchor on a map', 'a: &x\n  b: 1\n', ['yaml-feature 1:4+2']],
    ['a tag', 'a: !old 25\n', ['yaml-feature 1:4+4']],
    ['a standard tag', 'a: !!str 25\n', ['yaml-feature 1:4+5']],
    ['a merge key', 'a:\n  <<: {b: 1}\n', ['yaml-feature 2:3+2']],
    ['a YAML 1.1 directive', '%YAML 1.1\n---\na: no\n', ['yaml-feature 1:1+9']],
    ['a TAG directive', '%TAG ! tag:x:\n---\na: 1\n', ['yaml-feature 1:1+13']],
    ['two documents', 'a: 1\n---\nb: 2\n', ['yaml-feature 2:1+3']],
    ['two documents, ended', 'a: 1\n...\nb: 2\n', ['yaml-feature 3:1+4']],
    ['a repeated key', 'a: 1\nb: 2\na: 3\n', ['duplicate-key 3:1+1']],
    ['a repeated quoted key', 'a: 1\n"a": 3\n', ['duplicate-key 2:1+3']],
    ['a number and its text as keys', 'x:\n  1: a\n  "1": b\n', ['duplicate-key 3:3+3']],
    ['a repeated key in brackets', 'x: { a: 1, a: 2 }\n', ['duplicate-key 1:12+1']],
    [
      'a repeated merge key',
      'x:\n  <<: 1\n  <<: 2\n',
      ['yaml-feature 2:3+2', 'yaml-feature 3:3+2'],
    ],
    ['letters and accents apart', 'cafe\u0301: 1\n', ['odd-character 1:1+5']],
    ['twins in Unicode', 'caf\u00e9: 1\ncafe\u0301: 2\n', ['duplicate-key 2:1+5']],
    ['Hangul typed on a Mac', `${'관세'.normalize('NFD')}: 1\n`, ['odd-character 1:1+5']],
    ['__proto__', '__proto__: 1\n', ['reserved-name 1:1+9']],
    ['__proto__ in quotes', 'a: { "__proto__": { b: 1 } }\n', ['reserved-name 1:6+11']],
    ['constructor', 'constructor: 1\n', ['reserved-name 1:1+11']],
    ['no key', 'a: 1\n: 2\n', ['yaml-syntax 2:1+1']],
    ['a list as key', '? [a]\n: b\n', ['yaml-syntax 1:3+1']],
    ['octal', 'a: 010\n', ['odd-number 1:4+3']],
    ['hexadecimal', 'a: 0x1F\n', ['odd-number 1:4+4']],
    ['new octal', 'a: 0o17\n', ['odd-number 1:4+4']],
    ['infinity by overflow', 'a: [1, 1e400]\n', ['odd-number 1:8+5']],
    ['zero by underflow', 'a: 1e-400\n', ['odd-number 1:4+6']],
    ['a point at the end', 'a: 5.\n', ['odd-number 1:4+2']],
    ['a point at the start', 'a: .5\n', ['odd-number 1:4+2']],
    ['a plus sign', 'a: +1\n', ['odd-number 1:4+2']],
    ['21 digits', 'a: 123456789012345678901\n', ['odd-number 1:4+21']],
    ['.inf', 'a: .inf\n', ['odd-number 1:4+4']],
    ['.nan', 'a: .NaN\n', ['odd-number 1:4+4']],
    ['minus zero zero', 'a: -01\n', ['odd-number 1:4+3']],
    ['NUL', 'a: b\u0000c\n', ['odd-character 1:5+1']],
    ['a bell', 'a: "b\u0007c"\n', ['odd-character 1:6+1']],
    ['a zero-width space', 'vol\u200bume: 1\n', ['odd-character 1:4+1']],
    ['a zero-width space in a comment', 'a: 1 # x\u200by\n', ['odd-character 1:9+1']],
    ['writing from right to left', 'a: b\u202ec\n', ['odd-character 1:5+1']],
    ['a later byte-order mark', 'a: 1\n\ufeffb: 2\n', ['odd-character 2:1+1']],
    ['a line separator', 'a: b\u2028c\n', ['odd-character 1:5+1']],
    ['a lone carriage return', 'a: 1\rb: 2\n', ['odd-character 1:5+1']],
    ['a hidden tag', 'a: b\u{e0041}c\n', ['odd-character 1:5+2']],
    ['a lost character', 'a: b\ufffdc\n', ['odd-character 1:5+1']],
    ['two hidden characters', 'a\u00ad: b\u200d\n', ['odd-character 1:2+1', 'odd-character 1:6+1']],
    ['a no-break space as indent', 'a:\n\u00a0b: 1\n', ['odd-character 2:1+1']],
    ['a no-break space after a colon', 'a: 1\nb:\u00a02\n', ['odd-character 2:3+1']],
    ['an ideographic space', 'a:\u30002\n', ['odd-character 1:3+1']],
    ['a no-break space in a block', 'a: >\n  b *\u00a0c\n', ['odd-character 2:6+1']],
    ['a full-width colon', 'a： 1\n', ['odd-character 1:2+1']],
    ['a second colon', 'a: b: c\n', ['yaml-syntax 1:4+4']],
    ['no space after a colon', 'unit:Mt\nb: 1\n', ['yaml-syntax 1:1+7']],
    ['a line below a value', 'k: 2\n  l: 3\n', ['yaml-syntax 2:3+4']],
    ['a tab', 'a:\n\tb: 1\n', ['yaml-syntax 2:1+1']],
    ['an open bracket', 'a: [1\nb: 2\n', ['yaml-syntax 1:5+1']],
    ['an open brace', 'a: {b: 1\nc: 2\n', ['yaml-syntax 1:8+1']],
    ['an open quote', 'a: 1\nb: "c\nd: e\n', ['yaml-syntax 2:4+2']],
    ['an open single quote', "a: 'it\n", ['yaml-syntax 1:4+3']],
    ['a bad escape', 'a: "\\q"\n', ['yaml-syntax 1:5+1']],
    ['a value that starts with @', 'a: @x\n', ['yaml-syntax 1:4+1']],
    ['a value that starts with %', 'a: % x\n', ['yaml-syntax 1:4+1']],
    ['a comma too many', 'x: {a: 1, , b: 2}\n', ['yaml-syntax 1:11+1']],
    ['a list, then a map', '- a\nb: c\n', ['yaml-syntax 2:1+1']],
  ])('%s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('collects everything that is wrong', () => {
    expect(faults('a: 010\nb: &x 2\nc: .5\na: 1\n__proto__: 1\n')).toEqual([
      'yaml-feature 2:4+2',
      'odd-number 1:4+3',
      'odd-number 3:4+2',
      'duplicate-key 4:1+1',
      'reserved-name 5:1+9',
    ]);
  });

  it('says how to write a number instead', () => {
    const hint = (text: string) => read(`a: ${text}`).problems[0]?.hint;
    expect(hint('010')).toBe('write 10, or put it in quotes if it is text');
    expect(hint('0x1F')).toBe('write 31, or put it in quotes if it is text');
    expect(hint('5.')).toBe('write 5, or put it in quotes if it is text');
  });

  it('puts no sentence of the library before a user', () => {
    for (const text of [
      'a: [1',
      'a: {b',
      'a: b: c',
      '- a\nb: c',
      '? {a: b}\n: c',
      '"',
      "'",
      '[}',
    ]) {
      for (const { message } of read(text).problems) {
        expect(message).not.toMatch(/undefined|scalar|token|compact|stringKeys|Flow/);
      }
    }
  });
});

describe('encoding', () => {
  it('skips a byte-order mark and keeps positions', () => {
    expect(faults('\ufeffa: 010\n')).toEqual(['odd-number 1:4+3']);
    expect(toPlain(rootOf('\ufeffa: 1\n'))).toEqual({ a: 1 });
  });

  it('names the byte that is not UTF-8', () => {
    const bytes = Uint8Array.from([0x61, 0x3a, 0x20, 0x31, 0x0a, 0x62, 0x3a, 0x20, 0xff]);
    const [problem] = readDocument('a.yaml', bytes).problems;
    expect(problem).toMatchObject({ code: 'file-encoding', position: { line: 2, column: 4 } });
    expect(problem?.message).toContain('byte 9 of the file (0xff)');
  });

  it('counts bytes after letters of several bytes and a byte-order mark', () => {
    const text = new TextEncoder().encode('\ufeff관\ufffd: ');
    const [problem] = readDocument('a.yaml', Uint8Array.from([...text, 0xc0])).problems;
    expect(problem).toMatchObject({ position: { line: 1, column: 5 } });
    expect(problem?.message).toContain(`byte ${text.length + 1} `);
  });

  it('recognises Korean Windows text', () => {
    const bytes = Uint8Array.from([0x61, 0x3a, 0x20, 0xb0, 0xfc, 0xbc, 0xbc, 0x0a]); // "a: 관세"
    const [problem] = readDocument('a.yaml', bytes).problems;
    expect(problem).toMatchObject({ code: 'file-encoding', position: { line: 1, column: 4 } });
    expect(problem?.hint).toContain('CP949');
  });

  it.each([
    ['with a mark', [0xff, 0xfe, 0x61, 0x00]],
    ['big-endian', [0xfe, 0xff, 0x00, 0x61]],
    ['without a mark', [0x61, 0x00, 0x3a, 0x00]],
  ])('recognises UTF-16 %s', (_, bytes) => {
    const [problem] = readDocument('a.yaml', Uint8Array.from(bytes)).problems;
    expect(problem?.message).toContain('UTF-16');
  });

  it('refuses a file of more than 2 MiB', () => {
    expect(faults(new Uint8Array(2 * 1024 * 1024 + 1))).toEqual(['file-too-large 1:1+1']);
  });
});

/** What is slow here runs into the time limit of a test. */
describe('hostile files', () => {
  const refuses = (text: string, code: string) =>
    expect(faults(text).some((fault) => fault.startsWith(code))).toBe(true);

  it.each([
    ['brackets', '[\n'.repeat(1e5)],
    ['braces', '{a:\n '.repeat(1e5)],
    ['list marks', '- '.repeat(2e4)],
    ['indented maps', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
  ])('refuses %s inside each other', (_, text) => refuses(text, 'yaml-feature'));

  it('takes 60 levels and refuses 70', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(faults(nested(60))).toEqual([]);
    expect(faults(nested(70))).toHaveLength(1);
  });

  it.each([
    ['references', 'a: *x\n'],
    ['tags', '- !t\n'],
    ['values', '- 1\n'],
    ['brackets that do not match', '[]]\n'],
    ['quotes', '""\n'],
    ['keys without values', '? a\n'],
    ['one line of values', '1, '],
    ['one line of quotes', '"'],
    ['ideographic spaces', 'a: \u3000\n'],
    ['no-break spaces in one line', '\u00a0'],
  ])('gives up on 2 MiB of %s at once', (_, piece) => {
    const bytes = new TextEncoder().encode(piece);
    const full = new Uint8Array(2 * 1024 * 1024 - 3);
    for (let i = 0; i < full.length; i++) full[i] = bytes[i % bytes.length] ?? 32;
    const whole = full.slice(0, full.length - (full.length % bytes.length));
    const found = faults(whole);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(210);
  });

  it('refuses an alias bomb', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 30; i++) {
      const [name, last] = [`n${i}`, i === 1 ? 'a' : `n${i - 1}`];
      lines.push(`${name}: &${name} [${Array(9).fill(`*${last}`).join(', ')}]`);
    }
    refuses(lines.join('\n'), 'yaml-feature');
  });

  it('reads 20,000 keys', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `key_${i}: ${i}\n`).join('');
    expect(faults(`${text}key_7: 1\n`)).toEqual(['duplicate-key 20001:1+5']);
  });
});

describe('values', () => {
  it('keeps words that other YAML readers turn into something else', () => {
    const text = 'a: yes\nb: no\nc: on\nd: off\ne: 1_000\nf: 25%\ng: 2025-04\nh: 1:30\ni: ₩100\n';
    expect(Object.values(toPlain(rootOf(text)) as object)).toEqual([
      'yes',
      'no',
      'on',
      'off',
      '1_000',
      '25%',
      '2025-04',
      '1:30',
      '₩100',
    ]);
  });

  it('reads true, null and plain numbers', () => {
    const text = 'a: true\nb: null\nc:\nd: -1.5e3\ne: 0\nf: 0.1\n';
    expect({ ...(toPlain(rootOf(text)) as object) }).toEqual({
      a: true,
      b: null,
      c: null,
      d: -1500,
      e: 0,
      f: 0.1,
    });
  });

  it('keeps keys as text, in order', () => {
    const root = rootOf('2025-04-09: a\n10: b\n2: c\nno: d\nnull: e\n010: f\n');
    if (root.kind !== 'map') throw new Error('no map');
    expect(root.entries.map((entry) => entry.key)).toEqual([
      '2025-04-09',
      '10',
      '2',
      'no',
      'null',
      '010',
    ]);
  });

  it('allows one document mark, and colons and spaces of every kind in quotes and comments', () => {
    expect(faults('---\na: "x：\u00a0y"\nb: \'x： y\' # z：\u00a0\nc: >\n  x：y\n')).toEqual([]);
  });

  it('reads lines that end as on Windows', () => {
    const node = scalarAt('a: 1\r\nb: >\r\n  foo\r\n  bar\r\nc: 2\r\n', 'b');
    expect(node.value).toBe('foo bar\n');
    expect(node.raw.text).toBe('  foo    bar');
  });

  it('makes objects that no key can reach behind', () => {
    const plain = toPlain(rootOf('toString: 1\na: {valueOf: 2}\n'));
    expect(Object.getPrototypeOf(plain)).toBe(null);
  });
});

describe('positions and raw text', () => {
  it.each([
    ['plain', 'a:  b + c  # d\n', 'b + c', 5],
    ['single quotes', "a: 'it''s'\n", "it''s", 5],
    ['double quotes', 'a: "b\\tc"\n', 'b\\tc', 5],
    ['plain over lines', 'a: b\n  + c\n', 'b   + c', 4],
    ['folded', 'a: >\n  b\n    + c\n\nz: 1\n', '  b     + c', 6],
    ['folded with a comment', 'a: >- # why\n  b\n', '  b', 13],
    ['literal', 'a: |2\n   b\n  c\n', '   b   c', 7],
    ['nothing', 'a:\nz: 1\n', '', 3],
  ])('%s', (_, text, raw, offset) => {
    const node = scalarAt(text, 'a');
    expect(node.raw.text).toBe(raw);
    expect(node.raw.start).toBe(offset - 1);
  });

  it('points at values, keys and items', () => {
    const root = rootOf('a:\n  b: [1, two]\n  c:\nd: >\n  text\n');
    const place = (...path: (string | number)[]) => {
      const { line, column, length } = nodeAt(root, path).node.position;
      return `${line}:${column}+${length}`;
    };
    expect(place('a')).toBe('2:3+1');
    expect(place('a', 'b')).toBe('2:6+8');
    expect(place('a', 'b', 1)).toBe('2:10+3');
    expect(place('a', 'c')).toBe('3:3+1');
    expect(place('d')).toBe('5:3+4');
    expect(nodeAt(root, ['a', 'x', 'y'])).toMatchObject({ depth: 1, keyPosition: { line: 1 } });
    expect(root.kind === 'map' && findEntry(root.entries, 'd')?.keyPosition.line).toBe(4);
  });
});
