import { type Live, times } from '../live-number.ts';
import { type SaidValue, saidAfter, saidChange, saidNumber } from '../said-formula.ts';
import type { Ledger, PlacedColumn } from './ledger.ts';
import { type Lists, placeLists } from './lists.ts';
import { numberOfPick, ofPick, type Picks, placePicks } from './picks.ts';
import type { Scene } from './scene.ts';

/** What every chart of the dashboard is made on. */
export interface Desk {
  readonly scene: Scene;
  readonly ledger: Ledger;
  readonly lists: Lists;
  readonly picks: Picks;
  readonly words: ChosenWords;
  readonly print: Printers;
}

/** What is chosen, in words. */
export type ChosenWords = Readonly<
  Record<
    | ('scenario' | 'baseline' | 'reference' | 'measure' | 'unit' | 'changeUnit')
    | ('otherMeasure' | 'otherChangeUnit'),
    SaidValue
  >
>;

/** Prints a number with what follows it, or alone where another one follows. */
export interface Print {
  (number: Live): SaidValue;
  readonly alone: (number: Live) => SaidValue;
}

/** How levels and changes of the measure, and levels of the other one, are printed with their units. */
export type Printers = Readonly<
  Record<'level' | 'levelError' | 'change' | 'changeError' | 'otherChange', Print>
>;

/** Places the lists, the choices and their words. */
export function openDesk(ledger: Ledger, scene: Scene): Desk {
  const lists = placeLists(ledger, scene);
  const picks = placePicks(ledger, scene, lists);
  const words = placeWords(ledger, scene, lists, picks);
  return { ledger, scene, lists, picks, words, print: placePrinters(ledger, scene, lists, picks) };
}

function placeWords(ledger: Ledger, scene: Scene, lists: Lists, picks: Picks): ChosenWords {
  const { say } = scene.report;
  const { measures, scenarios } = lists;
  const word = wordPlacer(ledger, scene);
  const { measure, other } = picks;
  return {
    scenario: word(say('Scenario'), scenarios.name, picks.scenario),
    baseline: word(say('Baseline'), scenarios.name, picks.baseline),
    reference: word(say('Reference'), scenarios.name, picks.reference),
    measure: word(say('Measure'), measures.name, measure),
    unit: word(say('Unit'), measures.unit, measure),
    changeUnit: word(say('Unit of changes'), measures.changeUnit, measure),
    otherMeasure: word(say('Other measure'), measures.name, other),
    otherChangeUnit: word(say('Unit of changes of the other measure'), measures.changeUnit, other),
  };
}

function placePrinters(ledger: Ledger, scene: Scene, lists: Lists, picks: Picks): Printers {
  const { measures: list } = lists;
  const level = { factor: list.factor, after: list.after };
  const change = { factor: list.changeFactor, after: list.changeAfter };
  const printer = printerPlacer(ledger, scene);
  const { measure, other } = picks;
  return {
    level: printer({ ...level, decimals: list.decimals }, measure),
    levelError: printer({ ...level, decimals: list.errorDecimals }, measure),
    change: printer({ ...change, decimals: list.changeDecimals }, measure, saidChange),
    changeError: printer({ ...change, decimals: list.changeErrorDecimals }, measure),
    otherChange: printer({ ...change, decimals: list.changeDecimals }, other, saidChange),
  };
}

/** Gives the way of placing a word that a list holds of a choice; a blank of a list reads as nothing. */
export function wordPlacer(ledger: Ledger, scene: Scene) {
  return (label: string, column: PlacedColumn, pick: Live): SaidValue => {
    const { text } = column.textAt(pick.value - 1);
    return ledger.text(label, scene.textCell({ formula: [...ofPick(column, pick), '&""'], text }));
  };
}

/** What a list says of how numbers are printed. */
export interface PrintColumns {
  readonly factor: PlacedColumn;
  readonly decimals: PlacedColumn;
  readonly after: PlacedColumn;
}

/** Gives the way of placing how numbers of a choice are printed. */
export function printerPlacer(ledger: Ledger, scene: Scene) {
  const { say } = scene.report;
  const word = wordPlacer(ledger, scene);
  const place = (label: string, column: PlacedColumn, pick: Live) =>
    ledger.number(label, scene.cell(numberOfPick(column, pick), 'plain-0'));
  return (columns: PrintColumns, pick: Live, print: typeof saidNumber = saidNumber): Print => {
    const factor = place(say('Times, in sentences'), columns.factor, pick);
    const decimals = place(say('Decimals'), columns.decimals, pick);
    const unit = word(say('After a number'), columns.after, pick);
    const alone = (number: Live) => print(times(number, factor), decimals);
    return Object.assign((number: Live) => saidAfter(alone(number), unit), { alone });
  };
}
