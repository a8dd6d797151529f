import type { Silence } from '../analysis/applies.ts';
import type { SourceDescription } from '../analysis/study-description.ts';
import type { Place } from './place.ts';

/** What a node of an explanation is: the measure, a fold of it over time, or something that the model computes or is given. */
export type NodeKind =
  | 'measure'
  | 'over time'
  | 'equation'
  | 'assumption'
  | 'lever'
  | 'shock'
  | 'time';

/** One number, where it comes from, and the numbers that it is computed from. */
export interface Node {
  readonly kind: NodeKind;
  readonly label: string;
  /** In `unit`; a date in months since the year 0, yes as 1 and no as 0. */
  readonly value: number;
  /** "" where a fold over time has a unit that no word is written for; then the value is in base units. */
  readonly unit: string;
  readonly type: 'number' | 'date' | 'condition';
  /** The step as YYYY-MM; "" for what is the same at all times or folds all of them. */
  readonly at: string;
  /** The formula, or what is set, as the author wrote it. */
  readonly text: string;
  readonly about: string;
  readonly place: Place;
  /** Where the value of an assumption comes from: a source, `judgement`, and why. */
  readonly source: Pick<SourceDescription, 'id' | 'title' | 'publisher' | 'date'> | null;
  readonly why: string;
  readonly reads: readonly Node[];
  /** Why `reads` is empty though the number is computed: it stands further up, it is too deep, or before the first step. */
  readonly ends: 'explained above' | 'deeper' | 'own past' | 'before the first step' | null;
}

/** The way from a measure back to what it rests on. */
export interface Explanation {
  readonly scenario: string;
  readonly measure: string;
  /** Counted from 1, as people do; null on the central path. */
  readonly draw: number | null;
  /** Why the measure says nothing of this scenario; null where it applies. */
  readonly appliesNot: Silence | null;
  readonly root: Node;
}
