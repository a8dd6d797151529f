import type { Position } from '../problem.ts';

/** A text file as it was read: `text` without a byte-order mark; `lineStarts` are offsets into it. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/**
 * A stretch of a file as the user typed it. `text` is the raw source with every newline replaced by
 * one space, so that an offset into it plus `start` is an offset into the file.
 */
export interface SourceText {
  readonly source: SourceFile;
  readonly start: number;
  readonly text: string;
}

/** A scalar. `raw` is what stands between the quotes, or the whole of a plain or block scalar. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly raw: SourceText;
  readonly position: Position;
  /** Its place in a case, as in inputs.Es[1]; only what comes from a case has one. */
  readonly field?: string;
}

/** One `key: value` of a map. */
export interface MapEntry {
  readonly key: string;
  readonly keyPosition: Position;
  readonly value: SourceNode;
}

/** A map in the order it was written; keys are unique. */
export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly position: Position;
}

/** A list. */
export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
  readonly position: Position;
}

/** What a YAML file says, each part knowing where it stands. */
export type SourceNode = ScalarNode | MapNode | ListNode;
