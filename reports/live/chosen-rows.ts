import type { LiveModel } from '../../engine/index.ts';

/** Where the rows of one input stand in their block, from 1; 0 in a run that takes its value from the other block. */
export interface ChosenRows {
  readonly slot: number;
  readonly kind: 'setting' | 'path';
  readonly byRun: readonly number[];
}

/** Lists for every input which row of which block it takes in each run. */
export function chosenRows({ inputs }: LiveModel): readonly ChosenRows[] {
  return inputs.flatMap(({ slot, choices }) =>
    (['setting', 'path'] as const).flatMap((kind) => {
      const byRun = choices.map((choice) => (choice.kind === kind ? choice.index + 1 : 0));
      return byRun.some((row) => row > 0) ? [{ slot, kind, byRun }] : [];
    }),
  );
}

/** Tells whether runs choose other rows than each other. */
export function differs({ byRun }: ChosenRows): boolean {
  return byRun.some((row) => row !== byRun[0]);
}
