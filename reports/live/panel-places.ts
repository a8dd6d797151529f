import type { LiveModel } from '../../engine/index.ts';
import { type Area, areaOf, cellAt, formula } from '../formula.ts';
import type { Cell, DefinedName, Highlight } from '../sheet.ts';
import type { DrawsPlaces } from './draws-places.ts';
import { LIVE_DRAW, LIVE_MODEL, LIVE_RUN, LIVE_VERDICT } from './live-report.ts';
import type { PathPlaces } from './path-places.ts';

/** Where the cells stand that the sheet Live model reads. */
export interface LiveCells {
  readonly draws: DrawsPlaces;
  readonly path: PathPlaces;
  /** The yellow cells, and beside each 0 where the scenario sets a path instead. */
  readonly entries: Area;
  readonly entryRows: Area;
}

/** The columns of the sheet Live model. */
export const PANEL = { what: 1, unit: 2, live: 3, engine: 4, difference: 5, verdict: 6 } as const;

/** What the sheet says of the state of the live model, row by row. */
export const STATES = [
  'run',
  'draw',
  'changed',
  'share',
  'floor',
  'solved',
  'holds',
  'equal',
] as const;
export type State = (typeof STATES)[number];

/** Rows of choices and links above the state. */
const CHOICES = 7;

/** Where everything stands on the sheet Live model. */
export class PanelPlaces {
  readonly #live: LiveModel;
  readonly #first: number;

  constructor(live: LiveModel, firstRow: number) {
    [this.#live, this.#first] = [live, firstRow];
  }

  get runChoice() {
    return { row: this.#first + 1, column: PANEL.what };
  }

  get drawChoice() {
    return { row: this.#first + 3, column: PANEL.what };
  }

  stateRow(state: State): number {
    return this.#first + CHOICES + 1 + STATES.indexOf(state);
  }

  state(state: State): Area {
    return cellAt(LIVE_MODEL, this.stateRow(state), PANEL.live);
  }

  /** The row of the first measure, below a gap, a heading and a header. */
  get firstMeasure(): number {
    return this.#first + CHOICES + 1 + STATES.length + 3;
  }

  get verdicts(): Area {
    const top = this.firstMeasure;
    const bottom = top + this.#live.measures.length - 1;
    return areaOf(LIVE_MODEL, [top, PANEL.verdict], [bottom, PANEL.verdict]);
  }

  get names(): readonly DefinedName[] {
    return [
      { name: LIVE_RUN, area: this.state('run') },
      { name: LIVE_DRAW, area: this.state('draw') },
      { name: LIVE_VERDICT, area: this.#verdict(this.stateRow('equal')) },
    ];
  }

  #verdict(top: number, bottom = top): Area {
    return areaOf(LIVE_MODEL, [top, PANEL.verdict], [bottom, PANEL.verdict]);
  }

  /** What is not as it must be stands out, by cells of this sheet alone: older programs look at no other. */
  get highlights(): readonly Highlight[] {
    const unchanged = formula`${this.state('changed')}=0`;
    const own = (row: number, column: number) => cellAt(LIVE_MODEL, row, column, 'columns');
    const style = 'cellAlarm' as const;
    const [flags, equal, first] = [this.stateRow('solved'), this.state('equal'), this.firstMeasure];
    const { length } = this.#live.measures;
    return [
      {
        ...{ area: this.#verdict(flags, this.stateRow('holds')), style },
        formula: formula`${own(flags, PANEL.live)}=0`,
        holds: (row) => numberIn(row, PANEL.live) === 0,
      },
      {
        ...{ area: this.#verdict(equal.top), style },
        formula: formula`AND(${equal}<ROWS(${this.verdicts}),${unchanged})`,
        holds: (row) => numberIn(row, PANEL.live) !== length,
      },
      {
        ...{ area: this.verdicts, style },
        formula: formula`AND(${own(first, PANEL.difference)}<>0,${unchanged})`,
        holds: (row) => numberIn(row, PANEL.difference) !== 0,
      },
    ];
  }
}

function numberIn(row: readonly Cell[], column: number): unknown {
  const cell = row[column - 1];
  return cell !== undefined && 'value' in cell ? cell.value : null;
}
