import type { LiveAggregate, LiveRow } from '../../engine/index.ts';
import { type Area, type Formula, formula, movedRight } from '../formula.ts';
import { blank, type Cell, formulaCell, number } from '../sheet.ts';
import { chosenRows } from './chosen-rows.ts';
import type { DrawsPlaces } from './draws-places.ts';
import { LIVE_DRAW, LIVE_RUN, type LiveReport } from './live-report.ts';
import type { PathPlaces } from './path-places.ts';
import { printTerm, type Reading } from './print-term.ts';

/** What the rows of the sheet Live path read on other sheets. */
export interface Feeding {
  readonly draws: DrawsPlaces;
  /** The cell that holds the value of an input on the sheet Live inputs. */
  readonly valueOf: (slot: number) => Area;
}

const FORMAT = 'general';
const STYLE = 'numberFree';

/** Writes the numbers of rows: one that holds for all steps, those before the first step, and those of the steps. */
export class PathRows {
  readonly #report: LiveReport;
  readonly #places: PathPlaces;
  readonly #feeding: Feeding;
  readonly #chosen: ReadonlyMap<string, readonly number[]>;
  readonly #along: Reading;
  readonly #once: Reading;

  constructor(report: LiveReport, places: PathPlaces, feeding: Feeding) {
    [this.#report, this.#places, this.#feeding] = [report, places, feeding];
    this.#chosen = new Map(
      chosenRows(report.live).map(({ slot, kind, byRun }) => [`${kind} ${slot}`, byRun]),
    );
    const along = (slot: number, lag: number) => places.alongOf(slot, lag);
    this.#along = { now: (slot) => along(slot, 0), past: along };
    this.#once = {
      now: (slot) => places.onceOf(slot),
      past: () => {
        throw new Error('what holds for the whole path reads no past');
      },
    };
  }

  /** Writes the cells of a row from the constant on. */
  cells(slot: number): Cell[] {
    const row = this.#report.live.rows[slot]!;
    if (row.rule.kind === 'input') return this.#input(slot, row);
    if (!row.varies) return [this.#constant(row)];
    const { rule } = row;
    if (rule.kind !== 'term') throw new Error('what varies is a term');
    const first = printTerm(rule.term, this.#along);
    return [blank(STYLE), ...this.#history(row), ...filled(first, row.values)];
  }

  #constant({ rule, values, kind }: LiveRow): Cell {
    const [value] = values;
    if (kind === 'number') return number(value!, FORMAT, STYLE);
    if (rule.kind === 'aggregate')
      return formulaCell(this.#aggregate(rule.aggregate), value!, FORMAT, STYLE);
    if (rule.kind !== 'term') throw new Error('inputs are written otherwise');
    return formulaCell(printTerm(rule.term, this.#once), value!, FORMAT, STYLE);
  }

  #history({ past }: LiveRow): Cell[] {
    const { history } = this.#report.live;
    const lag = past?.lag ?? 0;
    const idle = Array.from({ length: history - lag }, () => blank());
    if (past === null) return idle;
    const values = [...past.values].reverse();
    if (past.starts.kind === 'table')
      return [...idle, ...values.map((value) => number(value, FORMAT, STYLE))];
    return [...idle, ...filled(printTerm(past.starts.term, this.#once), values)];
  }

  #aggregate({ kind, source, step, rate }: LiveAggregate): Formula {
    const { stepSlot, yearsSlot, steps } = this.#report.live;
    const path = this.#places.stepsOf(source);
    const length = this.#places.constantOf(stepSlot);
    const years = this.#places.stepsOf(yearsSlot);
    const spelled = {
      total: () => formula`SUM(${path})*${length}`,
      count: () => formula`SUM(${path})`,
      average: () => formula`AVERAGE(${path})`,
      final: () => [this.#places.stepOf(source, steps - 1)],
      minimum: () => formula`MIN(${path})`,
      maximum: () => formula`MAX(${path})`,
      at: () => [this.#places.stepOf(source, step)],
      discounted: () => {
        const growth = formula`(1+${printTerm(rate, this.#once)})^${years}`;
        return formula`SUMPRODUCT(${path}/${growth})*${length}`;
      },
    };
    return spelled[kind]();
  }

  /** Where the number of the row stands that an input takes, or that number. */
  #choice(slot: number, kind: 'setting' | 'path'): Cell {
    const byRun = this.#chosen.get(`${kind} ${slot}`)!;
    const shown = byRun[this.#report.live.shown]!;
    const choice = this.#feeding.draws.choiceOf(slot, kind);
    if (choice === null) return number(shown, 'plain-0', 'numberQuiet');
    return formulaCell(formula`INDEX(${choice},${LIVE_RUN})`, shown, 'plain-0', 'numberQuiet');
  }

  #input(slot: number, row: LiveRow): Cell[] {
    const { values, kind, varies } = row;
    if (kind === 'shock')
      return [blank(STYLE), ...this.#history(row), ...this.#shock(slot, values)];
    if (!varies && kind === 'time') return [number(values[0]!, FORMAT, STYLE)];
    if (!this.#chosen.has(`path ${slot}`)) {
      const value = formulaCell([this.#feeding.valueOf(slot)], values[0]!, FORMAT, STYLE);
      if (!varies) return [value];
      const own = this.#places.constantOf(slot);
      return [value, ...this.#history(row), ...filled([own], values)];
    }
    const numbers = this.#choice(slot, 'path');
    return [numbers, ...this.#history(row), ...this.#path(slot, values)];
  }

  #path(slot: number, values: Float64Array): Cell[] {
    const own = this.#places.constantOf(slot);
    const isMixed = this.#chosen.has(`setting ${slot}`);
    return Array.from(values, (value, step) => {
      const path = formula`INDEX(${movedRight(this.#feeding.draws.paths, step)},${own})`;
      const either = isMixed ? formula`IF(${own}=0,${this.#feeding.valueOf(slot)},${path})` : path;
      return formulaCell(either, value, FORMAT, STYLE);
    });
  }

  #shock(slot: number, values: Float64Array): Cell[] {
    const at = this.#report.live.shocks.findIndex((shock) => shock.slot === slot);
    const area = this.#feeding.draws.shock(at);
    return Array.from(values, (value, step) =>
      formulaCell(formula`INDEX(${movedRight(area, step)},1+${LIVE_DRAW})`, value, FORMAT, STYLE),
    );
  }
}

/** Writes a formula and fills it to the right. */
function filled(first: Formula, values: ArrayLike<number>): Cell[] {
  return Array.from(
    values,
    (value, at): Cell =>
      at === 0
        ? formulaCell(first, value, FORMAT, STYLE)
        : { kind: 'fill', value, format: FORMAT, style: STYLE },
  );
}
