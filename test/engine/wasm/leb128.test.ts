import fc from 'fast-check';
import { expect, test } from 'vitest';
import { name, signed, unsigned } from '../../../engine/wasm/leb128.ts';

function readUnsigned(bytes: readonly number[]): number {
  return bytes.reduceRight((high, byte) => high * 128 + (byte & 127), 0);
}

function readSigned(bytes: readonly number[]): bigint {
  const value = bytes.reduceRight((high, byte) => (high << 7n) | BigInt(byte & 127), 0n);
  return BigInt.asIntN(bytes.length * 7, value);
}

function endsOnce(bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => byte > 127 === at < bytes.length - 1);
}

test('the examples of the DWARF standard', () => {
  expect(unsigned(2)).toEqual([2]);
  expect(unsigned(127)).toEqual([127]);
  expect(unsigned(128)).toEqual([0x80, 1]);
  expect(unsigned(12857)).toEqual([0xb9, 0x64]);
  expect(signed(-2n)).toEqual([0x7e]);
  expect(signed(127n)).toEqual([0xff, 0]);
  expect(signed(-127n)).toEqual([0x81, 0x7f]);
  expect(signed(-129n)).toEqual([0xff, 0x7e]);
});

test('every integer reads back, in as few bytes as it needs', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
      const bytes = unsigned(value);
      expect(readUnsigned(bytes)).toBe(value);
      expect(endsOnce(bytes)).toBe(true);
      expect(bytes.length).toBe(Math.max(1, Math.ceil((32 - Math.clz32(value)) / 7)));
    }),
  );
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
      const bytes = signed(value);
      expect(readSigned(bytes)).toBe(value);
      expect(endsOnce(bytes)).toBe(true);
      expect(bytes.length).toBeLessThanOrEqual(10);
    }),
  );
});

test('what does not fit is refused', () => {
  for (const value of [-1, 0.5, 2 ** 32, NaN, Infinity]) {
    expect(() => unsigned(value)).toThrow('no unsigned integer of 32 bits');
  }
  expect(() => signed(2n ** 63n)).toThrow('no signed integer of 64 bits');
});

test('names are UTF-8 behind their length in bytes', () => {
  expect(name('a한')).toEqual([4, 0x61, 0xed, 0x95, 0x9c]);
});
