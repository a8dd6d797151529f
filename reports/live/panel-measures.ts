import { measureFormats } from '../compared.ts';
import { DRAWS_ALL } from '../draw-columns.ts';
import { cellAt, type Formula, formula } from '../formula.ts';
import { blank, type Cell, formulaCell, link, text } from '../sheet.ts';
import { LIVE_DRAW, LIVE_MODEL, LIVE_PATH, LIVE_RUN, type LiveReport } from './live-report.ts';
import { type LiveCells, PANEL, type PanelPlaces } from './panel-places.ts';
import { PATH_COLUMNS } from './path-places.ts';
import { sameMeasures } from './same-measures.ts';
import { wordIn } from './verdict-words.ts';

/** Reads what the engine computed for a measure in the chosen run and draw. */
function engineNumber({ draws }: LiveCells, { live }: LiveReport, index: number): Formula {
  const central = formula`INDEX(${draws.centralOf(index)},${LIVE_RUN})`;
  if (live.draws === 0) return central;
  const column = formula`INDEX(${draws.columnsOf(index)},${LIVE_RUN})`;
  return formula`IF(${LIVE_DRAW}=0,${central},INDEX(${DRAWS_ALL},${LIVE_DRAW},${column}))`;
}

/** What is left of the difference where it is more than rounding. */
function differenceOf({ draws }: LiveCells, places: PanelPlaces, index: number): Formula {
  const at = (column: number) => cellAt(LIVE_MODEL, places.firstMeasure + index, column, 'columns');
  const engine = at(PANEL.engine);
  const difference = formula`${at(PANEL.live)}-${engine}`;
  const central = draws.centralOf(index);
  const largest = formula`MAX(MAX(${central}),-MIN(${central}))`;
  const allowed = formula`MAX(${places.state('share')}*ABS(${engine}),${places.state('floor')}*${largest})`;
  return formula`IF(ABS(${difference})<=${allowed},0,${difference})`;
}

function verdictOf({ draws }: LiveCells, places: PanelPlaces, index: number): Formula {
  const difference = cellAt(LIVE_MODEL, places.firstMeasure + index, PANEL.difference, 'columns');
  const [ok, changed, differs] = (['ok', 'changed', 'differs'] as const).map((word) =>
    draws.word(word),
  );
  return formula`IF(${difference}=0,${ok!},IF(${places.state('changed')}>0,${changed!},${differs!}))`;
}

function measureRow(
  report: LiveReport,
  cells: LiveCells,
  places: PanelPlaces,
  index: number,
): Cell[] {
  const { live, results, say } = report;
  const { title, unit, name } = results.study.measures[index]!;
  const measure = live.measures[index]!;
  const { level } = measureFormats(results).get(name)!;
  const { factor, values } = live.rows[measure.slot]!;
  const [own, engine] = [values[0]! / factor, measure.central[live.shown]!];
  const { path } = cells;
  const to = { sheet: LIVE_PATH, row: path.rowOf(measure.slot), column: PATH_COLUMNS.name };
  const value = formula`${path.constantOf(measure.slot)}/${path.factorOf(measure.slot)}`;
  const same = sameMeasures(live)[index]!;
  return [
    link(title, to),
    text(unit),
    formulaCell(value, own, level, 'numberStrong'),
    formulaCell(engineNumber(cells, report, index), engine, level),
    formulaCell(
      differenceOf(cells, places, index),
      same ? 0 : own - engine,
      'scientific',
      'numberQuiet',
    ),
    formulaCell(
      verdictOf(cells, places, index),
      wordIn(say, same ? 'ok' : 'differs'),
      'general',
      'cell',
    ),
  ];
}

/** Makes one row for each measure: what this path comes to, what the engine computed, and whether they are the same. */
export function measureRows(report: LiveReport, cells: LiveCells, places: PanelPlaces): Cell[][] {
  const { say, live } = report;
  const words = [say('Measure'), say('Unit')].map((word) => text(word, 'header'));
  const numbers = [say('This path'), say('The engine'), say('Difference')];
  return [
    [
      text(say('Measures'), 'section'),
      ...Array.from({ length: PANEL.verdict - 1 }, () => blank('section')),
    ],
    [...words, ...numbers.map((word) => text(word, 'headerNumber')), text(say('Check'), 'header')],
    ...live.measures.map((_, index) => measureRow(report, cells, places, index)),
  ];
}
