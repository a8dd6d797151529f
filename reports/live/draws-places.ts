import type { LiveModel } from '../../engine/index.ts';
import { type Area, areaOf, cellAt } from '../formula.ts';
import { type ChosenRows, chosenRows, differs } from './chosen-rows.ts';
import { LIVE_DRAWS } from './live-report.ts';
import { WORDS, type Word } from './verdict-words.ts';

/** The blocks of the sheet, from the top; the last three are a stream. */
export const BLOCKS = [
  'lists',
  'words',
  'central',
  'columns',
  'choices',
  'settings',
  'paths',
  'shocks',
] as const;
export type Block = (typeof BLOCKS)[number];

/** A heading and a header stand above the rows of each block. */
export const HEAD = 2;

/** The columns of every block: what it is, what it is of, a number, then the values. */
export const INDEX_COLUMN = 3;
export const FIRST_VALUE = 4;

/** Where everything stands on the sheet Live draws, once its first row below the opening is known. */
export class DrawsPlaces {
  readonly #live: LiveModel;
  readonly #sizes: Readonly<Record<Block, number>>;
  readonly #firstRow: number;
  /** The inputs of which runs choose different rows. */
  readonly choices: readonly ChosenRows[];

  constructor(live: LiveModel, firstRow: number) {
    [this.#live, this.#firstRow] = [live, firstRow];
    this.choices = chosenRows(live).filter(differs);
    const { runs, draws, measures, settings, paths, shocks } = live;
    this.#sizes = {
      lists: Math.max(runs.length, draws + 1),
      words: WORDS.length,
      central: measures.length,
      columns: draws > 0 ? measures.length : 0,
      choices: this.choices.length,
      settings: settings.length,
      paths: paths.length,
      shocks: shocks.length * (draws + 1),
    };
  }

  /** How many rows a block has with its heading and header; none where it is empty. */
  rowsOf(block: Block): number {
    const size = this.#sizes[block];
    return size === 0 ? 0 : size + HEAD;
  }

  /** The first row of a block below its header. */
  bodyOf(block: Block): number {
    const before = BLOCKS.slice(0, BLOCKS.indexOf(block));
    return before.reduce((row, one) => row + this.rowsOf(one), this.#firstRow) + HEAD;
  }

  /** The values of the runs in a row; filled down, the row moves along. */
  #across(row: number): Area {
    const last = FIRST_VALUE + this.#live.runs.length - 1;
    return areaOf(LIVE_DRAWS, [row, FIRST_VALUE], [row, last], 'columns');
  }

  #down(block: Block, column: number, count: number): Area {
    const top = this.bodyOf(block);
    return areaOf(LIVE_DRAWS, [top, column], [top + count - 1, column]);
  }

  /** The labels of the runs, and their numbers beside them. */
  get runs(): { readonly labels: Area; readonly numbers: Area } {
    const count = this.#live.runs.length;
    return {
      labels: this.#down('lists', 1, count),
      numbers: this.#down('lists', INDEX_COLUMN, count),
    };
  }

  /** What can be chosen as a draw: the central path first. */
  get draws(): Area {
    return this.#down('lists', 2, this.#live.draws + 1);
  }

  /** The cell of a word that formulas show. */
  word(word: Word): Area {
    return cellAt(LIVE_DRAWS, this.bodyOf('words') + WORDS.indexOf(word), 1);
  }

  /** What the engine computed for a measure on the central path of each run. */
  centralOf(measure: number): Area {
    return this.#across(this.bodyOf('central') + measure);
  }

  /** The number of the column of the sheet Draws that holds a measure of each run. */
  columnsOf(measure: number): Area {
    return this.#across(this.bodyOf('columns') + measure);
  }

  /** The rows that an input takes in each run; null where it is the same in all of them. */
  choiceOf(slot: number, kind: ChosenRows['kind']): Area | null {
    const at = this.choices.findIndex((one) => one.slot === slot && one.kind === kind);
    return at < 0 ? null : this.#across(this.bodyOf('choices') + at);
  }

  /** The settings: the value of the central path and the draws, and 1 beside those that are drawn. */
  get settings(): { readonly values: Area; readonly drawn: Area } {
    const { length } = this.#live.settings;
    const top = this.bodyOf('settings');
    const last = [top + length - 1, FIRST_VALUE + this.#live.draws] as const;
    return {
      values: areaOf(LIVE_DRAWS, [top, FIRST_VALUE], last),
      drawn: this.#down('settings', INDEX_COLUMN, length),
    };
  }

  /** All paths at the first step; filled to the right, at the steps that follow. */
  get paths(): Area {
    const top = this.bodyOf('paths');
    const bottom = top + this.#live.paths.length - 1;
    return areaOf(LIVE_DRAWS, [top, FIRST_VALUE], [bottom, FIRST_VALUE], 'rows');
  }

  /** The values of a shock at the first step: on the central path, then draw by draw. */
  shock(at: number): Area {
    const top = this.bodyOf('shocks') + at * (this.#live.draws + 1);
    const bottom = top + this.#live.draws;
    return areaOf(LIVE_DRAWS, [top, FIRST_VALUE], [bottom, FIRST_VALUE], 'rows');
  }

  /** The cell of the central path in the list of draws. */
  get centralDraw(): Area {
    return cellAt(LIVE_DRAWS, this.bodyOf('lists'), 2);
  }
}
