import { contendersOf, weighedMeasures } from '../contenders.ts';
import { type Area, areaOf, cellAt, type Formula, formula } from '../formula.ts';
import type { Report } from '../report.ts';
import { type Amount, type DefinedName, type Highlight, numberIn } from '../sheet.ts';

/** Name of the sheet. */
export const DECISION = 'Decision';

/** Where the columns stand that formulas read. */
const DIRECTION = 4;
const WEIGHT = 5;
export const FIRST_CONTENDER = 8;

/** The parts of the sheet that have a row for each measure, in their order. */
export const SECTIONS = ['scores', 'means', 'regret', 'tail', 'best', 'columns'] as const;

/** One of them. */
export type Section = (typeof SECTIONS)[number];

/** The rows before the first section: a heading, the weighted score, the rank. */
const BEFORE = 3;

/** Knows where everything on the sheet stands. */
export class DecisionGrid {
  readonly contenders: number;
  readonly measures: number;
  readonly #firstRow: number;
  readonly #rowAt: (index: number) => number;

  constructor({ results }: Report, firstRow: number, rowAt: (index: number) => number) {
    this.contenders = contendersOf(results).length;
    this.measures = weighedMeasures(results).length;
    this.#firstRow = firstRow;
    this.#rowAt = rowAt;
  }

  /** The cell of the level of regret. */
  get level(): Area {
    return cellAt(DECISION, this.#firstRow - 2, FIRST_CONTENDER - 1);
  }

  /** The cell of a contender in the rows of scores and ranks. */
  ranking(row: 'score' | 'rank', contender: number, fixed: Area['fixed'] = 'none'): Area {
    const at = this.#rowAt(row === 'score' ? 1 : 2);
    return cellAt(DECISION, at, FIRST_CONTENDER + contender, fixed);
  }

  /** All cells of a ranking row. */
  rankings(row: 'score' | 'rank'): Area {
    const { left, top } = this.ranking(row, 0);
    return areaOf(DECISION, [top, left], [top, left + this.contenders - 1]);
  }

  /** The cell of a measure and a contender in a section. */
  cell(section: Section, measure: number, contender: number): Area {
    return cellAt(DECISION, this.#row(section, measure), FIRST_CONTENDER + contender, 'none');
  }

  /** The contenders' cells of a measure in a section. */
  row(section: Section, measure: number): Area {
    const [row, left] = [this.#row(section, measure), FIRST_CONTENDER];
    return areaOf(DECISION, [row, left], [row, left + this.contenders - 1], 'columns');
  }

  /** All cells of a section. */
  section(section: Section): Area {
    const last = FIRST_CONTENDER + this.contenders - 1;
    return areaOf(
      DECISION,
      [this.#row(section, 0), FIRST_CONTENDER],
      [this.#row(section, this.measures - 1), last],
    );
  }

  /** The cells of a contender in the section of scores, which a fill to the right moves along. */
  scores(contender: number): Area {
    const column = FIRST_CONTENDER + contender;
    const [from, to] = [this.#row('scores', 0), this.#row('scores', this.measures - 1)];
    return areaOf(DECISION, [from, column], [to, column], 'rows');
  }

  /** The cell that says which way a measure is better. */
  direction(measure: number): Area {
    return cellAt(DECISION, this.#row('scores', measure), DIRECTION, 'columns');
  }

  /** The cell of a measure's weight. */
  weight(measure: number): Area {
    return cellAt(DECISION, this.#row('scores', measure), WEIGHT, 'columns');
  }

  /** The cells of all weights. */
  get weights(): Area {
    return areaOf(
      DECISION,
      [this.#row('scores', 0), WEIGHT],
      [this.#row('scores', this.measures - 1), WEIGHT],
    );
  }

  /** The cell that holds the number of the column of best outcomes. */
  bestColumn(measure: number): Area {
    return cellAt(DECISION, this.#row('columns', measure), WEIGHT, 'columns');
  }

  /** The cells that a reader may change. */
  weightCells(): Amount[] {
    return Array.from({ length: this.measures }, (_, measure) => ({
      row: this.weight(measure).top,
      column: WEIGHT,
    }));
  }

  /** Rows of the plan that start a new page: weights and scores, means and what is lost, how often. */
  pageStarts(): number[] {
    return [this.#heading('means'), this.#heading('tail')];
  }

  /** Rows of the plan that stay together: each section. */
  together(): (readonly [number, number])[] {
    return SECTIONS.map((section) => {
      const heading = this.#heading(section);
      return [heading, heading + this.measures] as const;
    });
  }

  /** The last row and column that print: all but the columns of draws and the links. */
  printed(): readonly [number, number] {
    return [this.#row('best', this.measures - 1), FIRST_CONTENDER + this.contenders];
  }

  /** Names for what other sheets show. */
  names(): DefinedName[] {
    return [
      { name: 'decision_scores', area: this.rankings('score') },
      { name: 'decision_ranks', area: this.rankings('rank') },
    ];
  }

  /** Marks who ranks first. */
  highlights(): Highlight[] {
    const first: Formula = formula`${this.ranking('rank', 0)}=1`;
    const holds: Highlight['holds'] = (row, column) => numberIn(row[column - 1]) === 1;
    return [{ area: this.rankings('rank'), formula: first, style: 'numberStrong', holds }];
  }

  #heading(section: Section): number {
    return BEFORE + SECTIONS.indexOf(section) * (this.measures + 1);
  }

  #row(section: Section, measure: number): number {
    return this.#rowAt(this.#heading(section) + 1 + measure);
  }
}
