import type { Position } from '../problem.ts';
import { NONE } from '../quantity/dimension.ts';
import { ONE, readUnit, type Unit } from '../quantity/unit.ts';
import type { Extent, ModelText } from '../study/model-text.ts';
import type { ModelSymbol, Variable } from './model.ts';

const MONTH = readUnit('month') as Unit;
const NOWHERE: Position = { file: 'study.yaml', line: 1, column: 1, length: 1 };

function timeVariable(name: string, unit: Unit): Variable {
  return { kind: 'time', key: name, element: '', unit, position: NOWHERE };
}

interface Declared {
  readonly module: string;
  readonly name: string;
  readonly unit: Unit;
  readonly extent: Extent;
  readonly position: Position;
}

const TYPES = { quantity: 'number', date: 'date', 'yes/no': 'condition' } as const;

/** Gives every element of every lever, assumption, shock, equation and unknown a slot, after those of time. */
export function declare({ modules }: ModelText): {
  readonly symbols: ReadonlyMap<string, ModelSymbol>;
  readonly variables: Variable[];
} {
  const symbols = new Map<string, ModelSymbol>();
  const variables: Variable[] = [
    timeVariable('start', MONTH),
    timeVariable('end', MONTH),
    timeVariable('step', MONTH),
    timeVariable('calendar_year', ONE),
    timeVariable('calendar_month', ONE),
  ];
  const add = (
    kind: ModelSymbol['kind'],
    thing: Declared,
    type: ModelSymbol['type'] = 'number',
    hasStarts = false,
  ): void => {
    const { module, name, unit, extent, position } = thing;
    const key = `${module}.${name}`;
    const dimension = type === 'number' ? unit.dimension : NONE;
    symbols.set(key, {
      kind,
      key,
      type,
      dimension,
      extent,
      firstSlot: variables.length,
      hasStarts,
    });
    for (const element of extent.elements) variables.push({ kind, key, element, unit, position });
  };
  for (const { levers } of modules) for (const one of levers) add('lever', one, TYPES[one.type]);
  for (const { assumptions } of modules) for (const one of assumptions) add('assumption', one);
  for (const { shocks } of modules) for (const one of shocks) add('shock', one);
  for (const { equations } of modules) {
    for (const one of equations) add('equation', one, 'number', one.starts !== null);
  }
  for (const { unknowns } of modules) {
    for (const one of unknowns) add('equation', one, 'number', one.starts !== null);
  }
  return { symbols, variables };
}
