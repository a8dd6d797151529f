import fc from 'fast-check';

/** Any character but halves of pairs. The library's own `binary` lists all of them first, which takes seconds. */
export const ANY_CHARACTER = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));
