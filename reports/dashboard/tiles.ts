import { type SaidValue, saidShare, sayLive } from '../said-formula.ts';
import { type Cell, text } from '../sheet.ts';
import type { Board } from './board.ts';

/** Shows the headline numbers: rows of label, number, range and Monte Carlo error, a column for each. */
export function tilesOf({ desk, headline }: Board): Cell[][] {
  const { scene, words, print } = desk;
  const { say } = scene.report;
  const { level, change } = print;
  const { errors, better } = headline;
  const said = (text: SaidValue, style: 'tile' | 'tileLabel') => scene.textCell(text, style);
  const range = (low: SaidValue, high: SaidValue) =>
    said(sayLive(say, '90% range {low} to {high}', { low, high }), 'tileLabel');
  const error = (value: SaidValue) =>
    said(sayLive(say, 'Monte Carlo error {error}', { error: value }), 'tileLabel');
  return [
    [
      text(say('Median'), 'tileLabel'),
      said(sayLive(say, 'Change against {baseline}', words), 'tileLabel'),
      said(sayLive(say, 'Draws better than it'), 'tileLabel'),
    ],
    [
      said(level(headline.median), 'tile'),
      said(change(headline.change), 'tile'),
      said(saidShare(better), 'tile'),
    ],
    [
      range(level(headline.low), level(headline.high)),
      range(change(headline.changeLow), change(headline.changeHigh)),
    ],
    [error(level(errors.median)), error(level(errors.change)), error(saidShare(errors.beats))],
  ];
}
