import { formula } from '../formula.ts';
import type { LiveTest } from '../live-number.ts';
import { type SaidValue, saidEither, saidShare, saidText, sayLive } from '../said-formula.ts';
import { type Cell, text } from '../sheet.ts';
import type { Board } from './board.ts';
import type { Desk, Print } from './desk.ts';
import { isEverSilent, silenceOf } from './measure-list.ts';
import { ofPick } from './picks.ts';

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
  const numbers = [print.level(median), print.change(change), saidShare(better)].map(tile);
  if (!scene.isUncertain) return [labels.slice(0, 2), numbers.slice(0, 2)];
  return [labels, numbers, ...spreadRows(board)];
}

/** What a scenario sets is no finding. */
function silenceText({ scene, lists, picks }: Desk): SaidValue {
  const { say } = scene.report;
  const { measure, scenario } = picks;
  const marks = ofPick(lists.measures.silent, measure);
  const isSilent: LiveTest = {
    formula: formula`MID(${marks},${scenario.formula},1)="1"`,
    holds: silenceOf(scene, measure.value - 1)[scenario.value - 1] === '1',
  };
  const told = say('Not applicable: it follows from what is set');
  return saidEither(isSilent, saidText(told), saidText(''));
}

function spreadRows({ desk, headline }: Board): Cell[][] {
  const { scene, print } = desk;
  const { say } = scene.report;
  const { low, high, changeLow, changeHigh, errors } = headline;
  const quiet = (value: SaidValue) => scene.textCell(value, 'tileLabel');
  const range = (from: typeof low, to: typeof high, as: Print) =>
    quiet(sayLive(say, '90% range {low} to {high}', { low: as.alone(from), high: as(to) }));
  const error = (value: SaidValue) =>
    quiet(sayLive(say, 'Monte Carlo error {error}', { error: value }));
  return [
    [
      range(low, high, print.level),
      range(changeLow, changeHigh, print.change),
      ...(isEverSilent(scene) ? [scene.textCell(silenceText(desk), 'label')] : []),
    ],
    [
      error(print.levelError(errors.median)),
      error(print.changeError(errors.change)),
      error(saidShare(errors.beats)),
    ],
  ];
}
