import { createHash } from 'node:crypto';
import type { Bands, Run } from './results.ts';
import type { Validation } from './validation.ts';

/** Changes with the canonical form below, so that digests of two forms are never compared. */
const FORM = 'parley results 1';

/**
 * Digests everything that the runs and the validations computed, to the bit. The order in which scenarios were
 * run does not matter: runs and validations are taken by name. Without validations it is that of the runs alone.
 *
 * Shape: SHA-256 in hexadecimal over a canonical form: text as UTF-8 after its length in bytes, lists
 * after their length, whole numbers as 4 bytes and doubles as 8, both little-endian on every machine.
 */
export function digest(runs: readonly Run[], validations: readonly Validation[] = []): string {
  const hash = createHash('sha256');
  const write = (bytes: Uint8Array): void => {
    hash.update(bytes);
  };
  write(textBytes(FORM));
  write(wholeBytes([runs.length]));
  for (const run of [...runs].sort(byName)) writeRun(run, write);
  if (validations.length > 0) writeValidations(validations, write);
  return hash.digest('hex');
}

type Write = (bytes: Uint8Array) => void;

function writeRun(run: Run, write: Write): void {
  write(textBytes(run.scenario));
  write(wholeBytes([run.condition === null ? 0 : 1]));
  write(textBytes(run.condition ?? ''));
  write(wholeBytes([run.drawIndices.length]));
  write(wholeBytes(run.drawIndices));
  writeColumns(run.outcomes, write);
  write(wholeBytes([run.bands.length]));
  for (const bands of run.bands) writeColumns(columnsOf(bands), write);
}

function writeValidations(validations: readonly Validation[], write: Write): void {
  write(wholeBytes([validations.length]));
  for (const { name, outcomes } of [...validations].sort((a, b) => inOrder(a.name, b.name))) {
    write(textBytes(name));
    writeColumns(outcomes === null ? [] : [outcomes], write);
  }
}

function writeColumns(columns: readonly Float64Array[], write: Write): void {
  write(wholeBytes([columns.length]));
  for (const column of columns) {
    write(wholeBytes([column.length]));
    write(doubleBytes(column));
  }
}

function columnsOf({ p5, p25, median, p75, p95 }: Bands): Float64Array[] {
  return [p5, p25, median, p75, p95];
}

function textBytes(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return Uint8Array.from([...wholeBytes([bytes.length]), ...bytes]);
}

function wholeBytes(numbers: ArrayLike<number>): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  for (let i = 0; i < numbers.length; i++) view.setUint32(4 * i, numbers[i]!, true);
  return new Uint8Array(view.buffer);
}

function doubleBytes(numbers: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * numbers.length));
  for (let i = 0; i < numbers.length; i++) view.setFloat64(8 * i, numbers[i]!, true);
  return new Uint8Array(view.buffer);
}

/** By code unit, which no locale changes; as drawn comes before every condition. */
function byName(one: Run, other: Run): number {
  return (
    inOrder(one.scenario, other.scenario) || inOrder(one.condition ?? '', other.condition ?? '')
  );
}

function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
