import type { SourceFile } from './document.ts';

/** What is wrong with how a text is laid out, where a person must change it. */
export interface LayoutFault {
  readonly message: string;
  readonly hint: string;
  readonly at: number;
  readonly length: number;
}

/** One line with something on it; `at` is where that begins. */
interface Line {
  readonly at: number;
  readonly indent: number;
  readonly text: string;
}

function lineFrom(source: SourceFile, index: number): Line | null {
  const start = source.lineStarts[index];
  if (start === undefined) return null;
  const end = source.lineStarts[index + 1] ?? source.text.length + 1;
  const text = source.text.slice(start, end - 1).trimEnd();
  const indent = text.search(/\S/);
  const isEmpty = indent < 0 || text[indent] === '#';
  return isEmpty ? null : { at: start + indent, indent, text: text.slice(indent) };
}

function indexOf(source: SourceFile, offset: number): number {
  return source.lineStarts.findLastIndex((start) => start <= offset);
}

/** Finds the next line up or down that says something. */
function neighbour(source: SourceFile, index: number, way: 1 | -1): Line | null {
  for (let at = index + way; at >= 0 && at < source.lineStarts.length; at += way) {
    const line = lineFrom(source, at);
    if (line !== null) return line;
  }
  return null;
}

const spaces = (count: number) => `${count} ${count === 1 ? 'space' : 'spaces'}`;

function whole({ at, text }: Line): Pick<LayoutFault, 'at' | 'length'> {
  return { at, length: text.length };
}

/** Tells of a line that should have been a key and its value. */
function withoutColon(line: Line): LayoutFault | null {
  const [, key, rest = ''] = /^([\w.-]+)\s*(?:=\s*|:|\s|$)(.*)$/.exec(line.text) ?? [];
  if (key === undefined) return null;
  const isGlued = line.text.startsWith(`${key}:`) && rest !== '';
  const message = isGlued ? 'a colon needs a space after it' : 'this line has no ": "';
  const meant = `write \`${key}:${rest === '' ? '' : ` ${rest}`}\``;
  const hint = isGlued ? meant : `${meant}; a text that goes on over lines is indented`;
  return { message, hint, ...whole(line) };
}

/** Tells of an item of a list that has lost its dash or the space behind it. */
function brokenItem(line: Line, above: Line | null): LayoutFault | null {
  const [, glued] = /^-([^\s-].*)$/.exec(line.text) ?? [];
  if (glued !== undefined) {
    const message = 'the dash of a list item needs a space after it';
    return { message, hint: `write \`- ${glued}\``, ...whole(line) };
  }
  const isBare = above?.text.startsWith('- ') && above.indent === line.indent;
  if (!isBare || line.text.includes(':')) return null;
  const message = 'this stands among the items of a list, without a dash';
  return { message, hint: `write \`- ${line.text}\``, ...whole(line) };
}

/** Tells of a line whose indentation fits none of those above it. */
function misaligned(line: Line, other: Line | null, where = 'above'): LayoutFault | null {
  if (other === null || other.indent === line.indent) return null;
  const isItem = line.text.startsWith('- ') && other.text.startsWith('- ');
  const message = `this line is indented by ${spaces(line.indent)}, the one ${where} it by ${other.indent}`;
  const hint = isItem
    ? 'indent all items of a list alike'
    : 'indent what belongs together alike, and what belongs below a key further than the key';
  return { message, hint, ...whole(line) };
}

/** Tells of a line that is indented below one that has a value already. */
function belowValue(source: SourceFile, index: number): LayoutFault | null {
  const [line, below] = [lineFrom(source, index), neighbour(source, index, 1)];
  if (line === null || below === null || below.indent <= line.indent) return null;
  if (!/^[^\s"'[{]+: +[^\s>|].*$/.test(line.text) || /: .*: /.test(line.text)) return null;
  const next = neighbour(source, indexOf(source, below.at), 1);
  // Beside two that are alike the odd one out is to blame.
  if (next?.indent === below.indent) return misaligned(line, below, 'below');
  const message = `this line is indented by ${spaces(below.indent)}, below one that has a value already`;
  return { message, hint: `indent it by ${spaces(line.indent)}, as that line`, ...whole(below) };
}

/** As long as a text in a hint may be. Units: letters. */
const LONGEST = 60;

/** Tells of a text without quotes that holds another ": ". */
function secondColon(line: Line): LayoutFault | null {
  const whole = /^((?:- +)?[^\s"'[{]+: +)([^\s"'[{|>&*!#].*)$/.exec(
    line.text.replace(/\s#.*$/, ''),
  );
  const [, head, text = ''] = whole ?? [];
  if (head === undefined || !/:(\s|$)/.test(text)) return null;
  const isPlain = text.length <= LONGEST && !/["'\\]/.test(text);
  const meant = isPlain ? `: "${text}"` : '';
  const [at, length] = [line.at + head.length, text.length];
  return { message: 'this text holds a second ": "', hint: `put it in quotes${meant}`, at, length };
}

/** Tells of a bracket that was to be closed before a new line: the line above is the one to change. */
function unclosed(source: SourceFile, offset: number, bracket: string): LayoutFault | null {
  const index = indexOf(source, offset);
  if (source.text.slice(source.lineStarts[index], offset).trim() !== '') return null;
  const above = neighbour(source, index, -1);
  if (above === null) return null;
  const at = above.at + above.text.replace(/\s+#.*$/, '').length - 1;
  const message = `a closing ${bracket} is missing after this`;
  return { message, hint: `write ${bracket} where the list or map ends`, at, length: 1 };
}

/** Tells of what stands behind a text in quotes, or of a bracket that closes nothing. */
function leftOver(source: SourceFile, offset: number, length: number): LayoutFault | null {
  const before = source.text.slice(source.lineStarts[indexOf(source, offset)], offset).trimEnd();
  const closing = /^[\]}]/.exec(source.text.slice(offset))?.[0];
  if (closing !== undefined) {
    const message = `this ${closing} closes nothing`;
    return {
      message,
      hint: 'delete it, or look for the one that should open',
      at: offset,
      length: 1,
    };
  }
  const quote = /["']$/.exec(before)?.[0];
  if (quote === undefined) return null;
  const inner = quote === "'" ? "''" : '\\"';
  const message = 'the text in quotes ends before this';
  const hint = `put all of it in quotes; inside them, ${quote} is written ${inner}`;
  return { message, hint, at: offset, length };
}

/** Finds in the lines around a fault of the syntax what a person must change; null where they do not show it. */
export function explainLayout(
  source: SourceFile,
  code: string,
  [from, to]: readonly [number, number],
  bracket: string | undefined,
): LayoutFault | null {
  if (bracket !== undefined) return unclosed(source, from, bracket);
  const index = indexOf(source, from);
  const [line, above] = [lineFrom(source, index), neighbour(source, index, -1)];
  if (line === null) return null;
  const isAtStart = from <= line.at;
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    return isAtStart ? misaligned(line, above) : (belowValue(source, index) ?? secondColon(line));
  }
  if (code === 'UNEXPECTED_TOKEN' && !isAtStart) return leftOver(source, from, to - from);
  if (!isAtStart) return null;
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR') return withoutColon(line);
  if (code !== 'BAD_INDENT' && code !== 'UNEXPECTED_TOKEN') return null;
  return brokenItem(line, above) ?? misaligned(line, above);
}
