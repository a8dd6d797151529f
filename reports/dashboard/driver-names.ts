import type { Driver, Results } from '../../engine/index.ts';
import { elementLabels } from '../element-labels.ts';
import { inputAbouts } from '../input-abouts.ts';
import { lookOf } from '../style.ts';
import { linesOf, textWidth } from '../text-width.ts';

/** As much as a chart has room for beside its bars. Units: digits. */
const ROOM = 36;

/** Names a driver as it is read. */
export type NameDriver = (driver: Driver) => string;

/** Names drivers by what they are, in the words of the study, as far as there is room; else by their names. */
export function driverNames(results: Results): NameDriver {
  const abouts = inputAbouts(results);
  const nameElements = elementLabels(results);
  return ({ uncertainty }) => {
    const [name = '', element] = uncertainty.split(/[[\]]/);
    const words = name.slice(name.indexOf('.') + 1).replaceAll('_', ' ');
    const ending = element === undefined ? '' : `: ${nameElements(element)}`;
    return shortened(abouts.get(uncertainty) ?? words, ROOM - widthOf(ending)) + ending;
  };
}

/** Leaves out the last words of a text that is too long. */
function shortened(text: string, room: number): string {
  const [first = '', ...rest] = linesOf(text, lookOf('plain'), room);
  return rest.length === 0 ? first : `${first.replace(/[,;:]$/, '')}…`;
}

function widthOf(text: string): number {
  return textWidth(text, lookOf('plain'));
}
