import { error, type Position, type Problem } from '../problem.ts';
import type { Extent, ModelText, Module } from '../study/model-text.ts';

interface Named {
  readonly name: string;
  readonly extent: Extent;
  readonly position: Position;
}

function variablesOf({
  levers,
  assumptions,
  shocks,
  equations,
  unknowns,
}: Module): readonly Named[] {
  return [...levers, ...assumptions, ...shocks, ...equations, ...unknowns];
}

/**
 * Reports variables named as a set, and indices named as a variable of their module: a formula that reads
 * such a name would mean two things.
 */
export function checkNames({ sets, modules }: ModelText, problems: Problem[]): void {
  const hint = 'give one of them another name';
  for (const module of modules) {
    const variables = variablesOf(module);
    const names = new Set(variables.map(({ name }) => name));
    for (const { name, extent, position } of variables) {
      if (sets.has(name)) {
        problems.push(error('duplicate-name', `"${name}" names a set too`, position, hint));
      }
      for (const index of extent.over) {
        if (sets.has(index.name) || !names.has(index.name)) continue;
        const message = `the index "${index.name}" of ${name} names a variable too`;
        problems.push(error('duplicate-name', message, position, hint));
      }
    }
  }
}
