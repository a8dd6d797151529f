import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { OutputsByLanguage } from './outputs.ts';
import type { RunSettings } from './run-settings.ts';

/** Names of scenarios that are longer together than this are counted instead. Units: bytes. */
const LONGEST = 80;

/** What a file name says by itself: languages begin with a point, further scenarios with a plus. */
const SPECIAL = /[.+]/;

type Asked = Pick<RunSettings, 'scenarios' | 'draws' | 'seed'>;

/**
 * Names what a run writes: a quick look must not take the place of the whole study's files, nor one scenario that of all.
 * No two parts have one name, nor the name of another part in a language.
 */
export function runName(
  study: string,
  order: readonly string[],
  { scenarios, draws, seed }: Asked,
): string {
  const isQuick = draws !== undefined || seed !== undefined;
  const chosen = order.filter((name) => scenarios?.includes(name));
  const isPlain =
    Buffer.byteLength(chosen.join('+')) <= LONGEST && !chosen.some((name) => SPECIAL.test(name));
  const parts = isPlain ? chosen : [shortened(chosen)];
  return [`${study}${isQuick ? '-preview' : ''}`, ...parts].join('+');
}

/** Makes one word of names that are too long or odd; their hash keeps it from being that of others. */
function shortened(chosen: readonly string[]): string {
  const letters = [...chosen[0]!].filter((letter) => !SPECIAL.test(letter));
  const more = chosen.length === 1 ? [] : [`${chosen.length - 1}-more`];
  const hash = createHash('sha256').update(JSON.stringify(chosen)).digest('hex').slice(0, 8);
  return [letters.slice(0, LONGEST / 4).join(''), ...more, hash].join('-');
}

/** Lists files beside the workbooks that have their name and are of an earlier run. */
export function leftBehind(outputs: OutputsByLanguage): readonly string[] {
  const files = [...outputs.values()].flatMap((one) => [...one.values()]);
  const written = new Set(files.map((file) => resolve(file)));
  const workbooks = [...outputs.values()].map((files) => files.get('workbook')!);
  return workbooks
    .map((file) => file.slice(0, -extname(file).length))
    .flatMap((stem) => ['.html', '.md'].map((ending) => `${stem}${ending}`))
    .filter((file) => !written.has(resolve(file)) && existsSync(file));
}
