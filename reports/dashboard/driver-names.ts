import type { Driver, Results } from '../../engine/index.ts';
import { elementLabels } from '../element-labels.ts';
import { inputAbouts } from '../input-abouts.ts';
import { lookOf } from '../style.ts';
import { linesOf } from '../text-width.ts';

/** As much as a chart has room for beside its bars. Units: digits in a line. */
const ROOM = 38;
const LINES = 2;

/** Names a driver as it is read, in lines. */
export type NameDriver = (driver: Driver) => string;

/** Names drivers by what they are, in the words of the study, as far as there is room; else by their names. */
export function driverNames(results: Results): NameDriver {
  const abouts = inputAbouts(results);
  const nameElements = elementLabels(results);
  return ({ uncertainty }) => {
    const [name = '', element] = uncertainty.split(/[[\]]/);
    const words = name.slice(name.indexOf('.') + 1).replaceAll('_', ' ');
    const ending = element === undefined ? '' : `: ${nameElements(element)}`;
    return shortened(abouts.get(uncertainty) ?? words, ending);
  };
}

/** Leaves out the last words of a text that takes too many lines with its ending. */
function shortened(text: string, ending: string): string {
  const whole = inLines(`${text}${ending}`);
  if (whole.length <= LINES) return whole.join('\n');
  const words = text.split(' ');
  for (let count = words.length - 1; count > 0; count -= 1) {
    const first = words
      .slice(0, count)
      .join(' ')
      .replace(/[,;:]$/, '');
    const lines = inLines(`${first}…${ending}`);
    if (lines.length <= LINES) return lines.join('\n');
  }
  return whole.slice(0, LINES).join('\n');
}

function inLines(text: string): string[] {
  return linesOf(text, lookOf('plain'), ROOM);
}
