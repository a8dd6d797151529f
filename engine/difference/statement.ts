/** The kinds of thing that a study says, in the order in which they are listed. */
export const STATEMENT_KINDS = [
  'study',
  'set',
  'lever',
  'assumption',
  'shock',
  'equation',
  'check',
  'scenario',
  'condition',
  'correlation',
  'measure',
  'trajectory',
  'validation',
] as const;

/** What kind of thing is said. */
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** One thing that a study says and that numbers may depend on. */
export interface Statement {
  readonly kind: StatementKind;
  /** As the author would write it: "economy.growth", or "package: lng.volume" for what a scenario sets. */
  readonly name: string;
  /** "" or for example "cars,korea". */
  readonly element: string;
  /** For people, on one line. */
  readonly text: string;
  /** Everything that could change a number, in a canonical form. */
  readonly exact: string;
  /** What a list holds: an edit tells what came and what went, not the whole list twice. */
  readonly members?: readonly string[];
  /** What is said besides, for people, where there are members. */
  readonly head?: string;
  /** Where it is said; "" where several files say it together. */
  readonly file: string;
  readonly line: number;
}

/** Writes any plain value so that equal values have equal texts: infinities and minus zero too, maps by entry. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Map) return [...part];
    if (typeof part !== 'number') return part;
    if (Number.isFinite(part) && !Object.is(part, -0)) return part;
    return Object.is(part, -0) ? '-0' : String(part);
  });
}

/** Orders texts by code unit, which no locale changes. */
export function byCodeUnit(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
