import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './folders.ts';

/** Puts what was measured between its marks in the page about the benchmark. */
export function writeIntoPage(part: 'bench' | 'peers', text: string): void {
  const page = join(ROOT, 'test/bench/README.md');
  const [begin, end] = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];
  const whole = readFileSync(page, 'utf8');
  const [from, to] = [whole.indexOf(begin) + begin.length, whole.indexOf(end)];
  writeFileSync(page, `${whole.slice(0, from)}\n\n${text}\n\n${whole.slice(to)}`);
}
