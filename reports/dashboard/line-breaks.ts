import { formula } from '../formula.ts';
import type { Live } from '../live-number.ts';
import { quoted, type SaidValue } from '../said-formula.ts';

/** Stands for the last space of a piece of text while it is looked for. */
const MARK = '¦';

/** Counts the characters of a text that go into a line of `room`: up to its last space, or as many as fit. */
export function lineEnd({ formula: all, text }: SaidValue, room: Live): Live {
  const head = formula`LEFT(${all},${room.formula}+1)`;
  const spaces = formula`LEN(${head})-LEN(SUBSTITUTE(${head}," ",""))`;
  const marked = formula`SUBSTITUTE(${head}," ",${quoted(MARK)},${spaces})`;
  const last = formula`FIND(${quoted(MARK)},${marked})`;
  const end = formula`IF(${spaces}=0,${room.formula},${last})`;
  return {
    formula: formula`IF(LEN(${all})<=${room.formula},LEN(${all}),${end})`,
    value: text.length <= room.value ? text.length : lastSpace(text, room.value),
  };
}

function lastSpace(text: string, room: number): number {
  const head = text.slice(0, room + 1);
  const space = head.lastIndexOf(' ');
  if (space < 0) return room;
  const marked = `${head.slice(0, space)}${MARK}${head.slice(space + 1)}`;
  return marked.indexOf(MARK) + 1;
}

/** Takes a text up to where its line ends. */
export function lineUpTo({ formula: all, text }: SaidValue, end: Live): SaidValue {
  return { formula: formula`LEFT(${all},${end.formula})`, text: text.slice(0, end.value) };
}

/** Takes what is left of a text after a line. */
export function lineAfter({ formula: all, text }: SaidValue, end: Live): SaidValue {
  return {
    formula: formula`MID(${all},${end.formula}+1,LEN(${all}))`,
    text: text.slice(end.value),
  };
}
