import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LIMITS } from '../engine/limits.ts';
import { ATTACKS } from './support/attacks.ts';
import { MODELS } from './support/known-answers.ts';
import { NEUTRAL } from './support/neutral-changes.ts';
import { slipGroups } from './support/slips.ts';

const README = readFileSync('test/README.md', 'utf8');

function figureOf(what: string): string {
  const row = README.split('\n').find((line) => line.startsWith(`| ${what}`));
  return row?.split('|')[2]?.trim() ?? 'no row';
}

const textOf = (file: string) => readFileSync(file, 'utf8');
const slips = slipGroups().flatMap(([, group]) => group);
const hinted = slips.filter(({ hint }) => hint !== undefined);
const laws = textOf('test/assurance/relations.test.ts').match(/^ {2}it\('/gm)!;

it.each([
  ['slips made by hand', String(slips.length)],
  ['slips that are told what to do', String(Math.floor((100 * hinted.length) / slips.length))],
  ['mutants of all study files', /\?\? (\d+)\)/.exec(textOf('test/fuzz/fuzz.test.ts'))![1]!],
  ['mutants for `npm run fuzz`', /FUZZ_MUTANTS=(\d+)/.exec(textOf('package.json'))![1]!],
  ['moments at which a run', /KILLS \?\? (\d+)\)/.exec(textOf('test/cli/killed.test.ts'))![1]!],
  ['ways out of the study', /toBe\((\d+)\)/.exec(textOf('test/cli/paths.test.ts'))![1]!],
  ['formulas that reach for more', String(ATTACKS.length)],
  // Levels are counted twice: in YAML and in JSON; steps as a horizon and as a delay.
  ['limits', String(Object.keys(LIMITS).length + 2)],
  ['models with answers known', String(MODELS.length)],
  ['changes that change no bit', String(NEUTRAL.length + laws.length)],
])('the figure of %s is what there is', (what, counted) => {
  expect(figureOf(what).replaceAll(',', '')).toBe(counted);
});
