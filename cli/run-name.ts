import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { type OutputsByLanguage, STDOUT } from './outputs.ts';
import type { RunSettings } from './run-settings.ts';

/** Names of scenarios that are longer together than this are counted instead. Units: characters. */
const LONGEST = 80;

type Asked = Pick<RunSettings, 'scenarios' | 'draws' | 'seed'>;

/**
 * Names what a run writes: a quick look must not take the place of the whole study's files, nor one scenario that of all.
 * Languages and draws are told by `.ko` and `-draws`, which no scenario's name can be taken for.
 */
export function runName(
  study: string,
  order: readonly string[],
  { scenarios, draws, seed }: Asked,
): string {
  const isQuick = draws !== undefined || seed !== undefined;
  const chosen = order.filter((name) => scenarios?.includes(name));
  const parts = chosen.join('+').length <= LONGEST ? chosen : firstOf(chosen);
  return [`${study}${isQuick ? '-preview' : ''}`, ...parts].join('+');
}

function firstOf([first, ...others]: readonly string[]): readonly string[] {
  return [first!.slice(0, LONGEST), ...(others.length === 0 ? [] : [`${others.length}-more`])];
}

/** Lists files beside the workbooks that have their name and are of an earlier run. */
export function leftBehind(outputs: OutputsByLanguage): readonly string[] {
  const written = new Set([...outputs.values()].flatMap((files) => [...files.values()]));
  const workbooks = [...outputs.values()].map((files) => files.get('workbook')!);
  return workbooks
    .filter((file) => file !== STDOUT)
    .map((file) => file.slice(0, -extname(file).length))
    .flatMap((stem) => ['.html', '.md'].map((ending) => `${stem}${ending}`))
    .filter((file) => !written.has(file) && existsSync(file));
}
