import type { Live } from '../live.ts';
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
    ('scenario' | 'baseline' | 'reference' | 'measure' | 'unit') | ('otherMeasure' | 'otherUnit'),
    SaidValue
  >
>;

/** Prints a number with what follows it. */
export type Print = (number: Live) => SaidValue;

/** How levels and changes of the measure, and levels of the other one, are printed with their units. */
export interface Printers {
  readonly level: Print;
  readonly change: Print;
  readonly otherLevel: Print;
}

/** Places the lists, the choices and their words. */
export function openDesk(ledger: Ledger, scene: Scene): Desk {
  const lists = placeLists(ledger, scene);
  const picks = placePicks(ledger, scene, lists);
  const words = placeWords(ledger, scene, lists, picks);
  const { decimals, after, changeDecimals, changeAfter } = lists.measures;
  const printer = printerPlacer(ledger, scene);
  const print = {
    level: printer(decimals, after, picks.measure),
    change: printer(changeDecimals, changeAfter, picks.measure, saidChange),
    otherLevel: printer(decimals, after, picks.other),
  };
  return { ledger, scene, lists, picks, words, print };
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
    otherMeasure: word(say('Other measure'), measures.name, other),
    otherUnit: word(say('Unit of the other measure'), measures.unit, other),
  };
}

/** Gives the way of placing a word that a list holds of a choice; a blank of a list reads as nothing. */
export function wordPlacer(ledger: Ledger, scene: Scene) {
  return (label: string, column: PlacedColumn, pick: Live): SaidValue => {
    const { text } = column.textAt(pick.value - 1);
    return ledger.text(label, scene.textCell({ formula: [...ofPick(column, pick), '&""'], text }));
  };
}

/** Gives the way of placing how numbers of a choice are printed: their decimals, and what follows them. */
export function printerPlacer(ledger: Ledger, scene: Scene) {
  const { say } = scene.report;
  const word = wordPlacer(ledger, scene);
  return (
    decimals: PlacedColumn,
    after: PlacedColumn,
    pick: Live,
    print: typeof saidNumber = saidNumber,
  ): Print => {
    const places = ledger.number(
      say('Decimals'),
      scene.cell(numberOfPick(decimals, pick), 'plain-0'),
    );
    const unit = word(say('After a number'), after, pick);
    return (number) => saidAfter(print(number, places), unit);
  };
}
