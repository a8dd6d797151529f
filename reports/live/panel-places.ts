import type { LiveModel } from '../../engine/index.ts';
import { type Area, areaOf, cellAt, formula, quoted } from '../formula.ts';
import type { Cell, DefinedName, Highlight } from '../sheet.ts';
import type { DrawsPlaces } from './draws-places.ts';
import { LIVE_DRAW, LIVE_MODEL, LIVE_RUN } from './live-report.ts';
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

/** The verdict of what is as it must be: the same in all languages, so that it can be counted. */
export const OK = 'OK';

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
    ];
  }

  /** What is not as it must be stands out. */
  get highlights(): readonly Highlight[] {
    const top = this.stateRow('run');
    const area = areaOf(LIVE_MODEL, [top, PANEL.verdict], [this.verdicts.bottom, PANEL.verdict]);
    const cell = cellAt(LIVE_MODEL, top, PANEL.verdict, 'columns');
    const wrong = formula`AND(${cell}<>"",${cell}<>${quoted(OK)},ROW(${cell})<>${String(this.firstMeasure - 1)})`;
    const holds: Highlight['holds'] = (row, column) => isWrong(row[column - 1]);
    return [{ area, formula: wrong, style: 'cellAlarm', holds }];
  }
}

function isWrong(cell: Cell | undefined): boolean {
  return cell?.kind === 'formula' && cell.value !== '' && cell.value !== OK;
}
