import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../engine/problem.ts';
import { readDocument } from '../../../engine/source/read-document.ts';
import { readTable } from '../../../engine/source/read-table.ts';

const YAML = `title: LNG and a deferral
about: >
  Long-term US LNG on the table,
  and 120 days at the 10% floor.
extends: [no-offer, "lng"]
tariffs:
  country_rate:
    korea:
      schedule: { 2025-04-05: 10%, 2025-04-09: 25% }   # each holds until the next
      terms:
        asked: { deferral: { from: 2025-05-01, span: 120 days }, status: in force }
lng:
  volume: 7.5
  관세: '한국'
  list:
    - 1
    - { a: 2 }
`;

const TABLE = '# from KITA\nsector,value\ncars,34.7\n"steel, ""raw""",8.2\n한국,1\n';

/** What slips look like: marks, odd letters, control characters, deep brackets. */
const piece = fc.constantFrom(
  ...[
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ': ',
    ':',
    ',',
    '#',
    '- ',
    '? ',
    '|',
    '>',
    '&a',
    '*a',
    '!t',
    '%',
  ],
  ...[
    '\n',
    '\t',
    '  ',
    '---\n',
    '...\n',
    '\r',
    '\u0000',
    '\u200b',
    '\u00a0',
    '\ufeff',
    '：',
    '\ud800',
  ],
  ...['010', '1e999', '.inf', '__proto__: ', '<<: ', '관', '😀', '\\', '@', '`', '[[[[[[[['],
);

const mutant = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(12), fc.oneof(piece, fc.constant(''))), {
      minLength: 1,
      maxLength: 4,
    })
    .map((edits) =>
      edits.reduce((now, [at, drop, put]) => now.slice(0, at) + put + now.slice(at + drop), text),
    );

const checkPlaces = (text: string, problems: readonly Problem[]) => {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  for (const { position, message, hint } of problems) {
    const line = lines[position.line - 1];
    expect(line).toBeDefined();
    expect(position.column).toBeGreaterThanOrEqual(1);
    expect(position.column).toBeLessThanOrEqual((line?.length ?? 0) + 1);
    expect(`${message} ${hint}`).not.toMatch(/\[object|NaN|undefined (is|in)|node_modules/);
  }
};

describe('mutated files', () => {
  it('are read or refused at a place, never thrown at', () => {
    fc.assert(
      fc.property(mutant(YAML), (text) => {
        const { root, problems } = readDocument('a.yaml', new TextEncoder().encode(text));
        checkPlaces(text, problems);
        expect(root !== null || problems.length > 0).toBe(true);
      }),
      { seed: 20250409, numRuns: 3000 },
    );
  });

  it('hold for tables too', () => {
    fc.assert(
      fc.property(mutant(TABLE), (text) => {
        const { columns, rows, problems } = readTable('t.csv', new TextEncoder().encode(text));
        checkPlaces(text, problems);
        expect(rows.every((row) => row.cells.length === columns.length)).toBe(true);
      }),
      { seed: 20250409, numRuns: 3000 },
    );
  });

  it('may be any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { root, problems } = readDocument('a.yaml', bytes);
        expect(root !== null || problems.length > 0).toBe(true);
        readTable('t.csv', bytes);
      }),
      { seed: 20250409, numRuns: 3000 },
    );
  });
});
