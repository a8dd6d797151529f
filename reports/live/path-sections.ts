import type { LiveKind, LiveModel, LiveRow, StudyDescription } from '../../engine/index.ts';
import { fullNameOf, type LiveReport, nameOf } from './live-report.ts';

/** Rows that stand together under a heading. */
export interface PathSection {
  readonly title: string;
  readonly slots: readonly number[];
}

/** Groups the rows of a live model: what it comes to, what feeds it, how it computes, and its searches. */
class Sections {
  readonly #live: LiveModel;
  readonly #parts = new Map<string, number[]>();

  constructor(live: LiveModel) {
    this.#live = live;
    for (const slot of this.#of('part')) {
      const owner = ownerOf(live.rows[slot]!);
      this.#parts.set(owner, [...(this.#parts.get(owner) ?? []), slot]);
    }
  }

  #of(...kinds: readonly LiveKind[]): number[] {
    return [...this.#live.rows.keys()].filter((slot) =>
      kinds.includes(this.#live.rows[slot]!.kind),
    );
  }

  #partsOf(slot: number): readonly number[] {
    const owner = ownerOf(this.#live.rows[slot]!);
    const parts = this.#parts.get(owner) ?? [];
    this.#parts.delete(owner);
    return parts;
  }

  /** Lists rows, each behind the parts that were taken out of it. */
  of(...kinds: readonly LiveKind[]): number[] {
    return this.#of(...kinds).flatMap((slot) => [...this.#partsOf(slot), slot]);
  }

  /** Lists what the path comes to, row below row, behind all parts that were taken out of it. */
  answers(): number[] {
    const answers = this.#of('answer');
    return [...answers.flatMap((slot) => this.#partsOf(slot)), ...answers];
  }

  /** Lists the rows of each search. */
  searches(): readonly (readonly number[])[] {
    const rows = this.#of('search');
    const ends = this.#live.systems.map(({ solved }) => solved);
    return ends.map((end, at) => rows.filter((row) => row > (ends[at - 1] ?? -1) && row <= end));
  }
}

function ownerOf({ key, element }: LiveRow): string {
  return `${key} ${element}`;
}

function byModule(
  live: LiveModel,
  { modules }: StudyDescription,
  slots: readonly number[],
): readonly PathSection[] {
  return modules.map(({ name, title }) => ({
    title: title === '' ? name : `${name}: ${title}`,
    slots: slots.filter((slot) => nameOf(live.rows[slot]!).module === name),
  }));
}

function searchTitle({ live, say }: LiveReport, at: number): string {
  const { unknowns, steps } = live.systems[at]!;
  const listed = unknowns.slice(0, 3).map((slot) => fullNameOf(live.rows[slot]!));
  const more = unknowns.length - listed.length;
  const names = more > 0 ? [...listed, say('{count} more', { count: more })] : listed;
  const values = { names: names.join(', '), steps: steps ?? 0 };
  return steps === null
    ? say('Whether the values that the engine found solve for {names}', values)
    : say('Search for {names}: up to {steps} Newton steps', values);
}

/** Lists the sections of the sheet Live path that have rows, in their order. */
export function pathSections(report: LiveReport): readonly PathSection[] {
  const { live, say, results } = report;
  const sections = new Sections(live);
  const equations = sections.of('equation');
  const searches = sections.searches();
  const listed: readonly PathSection[] = [
    { title: say('Measures'), slots: sections.answers() },
    { title: say('What paths come to'), slots: sections.of('aggregate') },
    { title: say('Time'), slots: sections.of('time') },
    { title: say('Levers'), slots: sections.of('lever') },
    { title: say('Assumptions'), slots: sections.of('assumption') },
    { title: say('Shocks'), slots: sections.of('shock') },
    { title: say('Numbers that formulas name'), slots: sections.of('number') },
    ...byModule(live, results.study, equations),
    { title: say('What measures follow over time'), slots: sections.of('watched') },
    { title: say('Checks of the model: 1 where one holds'), slots: sections.of('check') },
    ...searches.map((slots, at) => ({ title: searchTitle(report, at), slots })),
  ];
  return listed.filter(({ slots }) => slots.length > 0);
}
