import type { Results } from '../engine/index.ts';
import { fullName } from './labels.ts';

/** Says what each assumption and lever is, by its full name; those of which nothing is said are left out. */
export function inputAbouts({ study }: Results): ReadonlyMap<string, string> {
  const inputs = [...study.levers, ...study.assumptions];
  return new Map(
    inputs.flatMap((item) => (item.about === '' ? [] : [[fullName(item), item.about] as const])),
  );
}
