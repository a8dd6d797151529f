import type { Position, Problem } from '../engine/index.ts';
import { joinPath } from './show-problem.ts';

/** Where an annotation is shown; a line of 0 is the file as a whole. */
export interface AnnotationPlace {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly length?: number;
}

/** What stands after the colons: nothing in it may begin a line of its own, which could be another command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** What stands in a property ends at a comma and at the colons too. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Writes an annotation that GitHub shows beside the line that it is about. */
export function annotation(
  kind: 'error' | 'warning' | 'notice',
  title: string,
  message: string,
  place: AnnotationPlace | null,
): string {
  const { file, line = 0, column, length = 1 } = place ?? { file: '' };
  const properties = {
    file,
    line: line === 0 ? '' : String(line),
    col: column === undefined ? '' : String(column),
    endColumn: column === undefined ? '' : String(column + length),
    title,
  };
  const said = Object.entries(properties)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `${key}=${escapeProperty(text)}`);
  return `::${kind} ${said.join(',')}::${escapeData(message)}`;
}

/** Puts a place in a study where GitHub looks for it: below the folder that the command was run in. */
export function placeBelow(
  folder: string,
  { file, ...rest }: AnnotationPlace | Position,
): AnnotationPlace {
  return { ...rest, file: joinPath(folder, file) };
}

/** Writes problems as annotations. */
export function problemsAsAnnotations(problems: readonly Problem[], folder: string): string {
  return problems
    .map(({ severity, code, message, position, hint }) => {
      const text = hint === undefined ? message : `${message}\n${hint}`;
      return annotation(severity, code, text, placeBelow(folder, position));
    })
    .join('\n');
}
