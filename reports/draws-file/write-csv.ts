import { strToU8 } from 'fflate';
import type { Results, Run } from '../../engine/index.ts';
import { conditionName, KEYS, measureNames, runsOf } from './file-columns.ts';

/** Characters that are written at once. */
const PIECE = 65_536;

/**
 * Writes all draws as CSV (RFC 4180, UTF-8): one row for each run and draw, one column for each measure. Numbers have
 * a decimal point and all their digits.
 */
export function* writeCsv(results: Results): Generator<Uint8Array> {
  let piece = `${[...KEYS, ...measureNames(results)].map(quoted).join(',')}\r\n`;
  for (const run of runsOf(results)) {
    for (const line of linesOf(run)) {
      piece += line;
      if (piece.length < PIECE) continue;
      yield strToU8(piece);
      piece = '';
    }
  }
  yield strToU8(piece);
}

function* linesOf(run: Run): Generator<string> {
  const names = `${quoted(conditionName(run))},${quoted(run.scenario)}`;
  const { drawIndices, outcomes } = run;
  for (let k = 0; k < drawIndices.length; k++) {
    let line = `${names},${drawIndices[k]! + 1}`;
    for (const column of outcomes) line += `,${column[k]! + 0}`;
    yield `${line}\r\n`;
  }
}

/** A spreadsheet would take text that begins so for a formula; a quote before it keeps it text. */
const FORMULA = /^[=+\-@\t\r]/;

function quoted(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
