import type { Results } from '../engine/index.ts';
import { elementLabels } from './element-labels.ts';
import { fullName } from './labels.ts';

/** Says what each assumption and lever is, by its full name; those of which nothing is said are left out. */
export function inputAbouts({ study }: Results): ReadonlyMap<string, string> {
  const inputs = [...study.levers, ...study.assumptions];
  return new Map(
    inputs.flatMap((item) => (item.about === '' ? [] : [[fullName(item), item.about] as const])),
  );
}

/** Names an input for readers by what it is, and its element; by its own name where the study does not say. */
export function inputNames(results: Results): (fullName: string) => string {
  const abouts = inputAbouts(results);
  const nameElements = elementLabels(results);
  return (fullName) => {
    const [name = '', element] = fullName.split(/[[\]]/);
    const words = name.slice(name.indexOf('.') + 1).replaceAll('_', ' ');
    const about = abouts.get(fullName) ?? words;
    return element === undefined ? about : `${about}: ${nameElements(element)}`;
  };
}
