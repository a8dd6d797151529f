import type { Label, Numbers } from '../charts/chart.ts';
import type { Area } from '../formula.ts';
import type { Live } from '../live-number.ts';
import type { SaidValue } from '../said-formula.ts';
import type { Desk } from './desk.ts';

/** Takes a number that stands in a cell as numbers of a chart. */
export function numbersOf({ formula, value }: Live): Numbers {
  return { area: formula[0] as Area, values: [value], format: 'general' };
}

/** Takes a text that stands in a cell as a label of a chart. */
export function labelOf({ formula, text }: SaidValue): Label {
  return { text, cell: formula[0] as Area };
}

/** Places a text that is composed from the cells, as a title or name for a chart. */
export function placeLabel({ ledger, scene }: Desk, label: string, said: SaidValue): Label {
  return labelOf(ledger.text(label, scene.textCell(said)));
}
