import { type SaidValue, saidShare, saidText, sayLive } from '../said-formula.ts';
import { type Cell, text } from '../sheet.ts';
import type { Board } from './board.ts';
import type { Print } from './desk.ts';
import {
  orNone,
  orSilent,
  type Silence,
  silentOnChange,
  silentOnLevel,
  unless,
} from './silence.ts';

/** Shows the headline numbers: rows of label, number, range and Monte Carlo error, a column for each number. */
export function tilesOf(board: Board): Cell[][] {
  const { scene, print } = board.desk;
  const { say } = scene.report;
  const { median, change, better } = board.headline;
  const tile = (value: SaidValue) => scene.textCell(value, 'tile');
  const labels = [
    scene.isUncertain ? say('Median') : say('Value'),
    scene.isUncertain
      ? say('Mean change against the baseline')
      : say('Change against the baseline'),
    say('Draws better than the baseline'),
  ].map((label) => text(label, 'tileLabel'));
  const said = [print.level(median), print.change(change), saidShare(better)];
  const silences = silencesOf(board);
  const numbers = said.map((one, at) => tile(orNone(board.desk, silences[at]!, one)));
  if (!scene.isUncertain) {
    const row = silenceRow(board);
    return [labels.slice(0, 2), numbers.slice(0, 2), ...(row.length === 0 ? [] : [row])];
  }
  return [labels, numbers, ...spreadRows(board)];
}

/** Whether the level, the change and the share of draws that are better apply. */
function silencesOf({ desk }: Board): readonly Silence[] {
  const change = silentOnChange(desk);
  return [silentOnLevel(desk), change, change];
}

/** What a scenario sets is no finding. */
function silenceRow({ desk }: Board): Cell[] {
  const silence = silentOnLevel(desk);
  return silence === null
    ? []
    : [desk.scene.textCell(orSilent(desk, silence, saidText('')), 'label')];
}

function spreadRows(board: Board): Cell[][] {
  const { desk, headline } = board;
  const { scene, print } = desk;
  const { say } = scene.report;
  const { low, high, changeLow, changeHigh, errors } = headline;
  const silences = silencesOf(board);
  const quiet = (value: SaidValue, at: number) =>
    scene.textCell(unless(silences[at]!, value), 'tileLabel');
  const range = (from: typeof low, to: typeof high, as: Print) =>
    sayLive(say, '90% range {low} to {high}', { low: as.alone(from), high: as(to) });
  const errorsSaid = [
    print.levelError(errors.median),
    print.changeError(errors.change),
    saidShare(errors.beats),
  ].map((error) => sayLive(say, 'Monte Carlo error {error}', { error }));
  const ranges = [range(low, high, print.level), range(changeLow, changeHigh, print.change)];
  return [[...ranges.map(quiet), ...silenceRow(board)], errorsSaid.map(quiet)];
}
