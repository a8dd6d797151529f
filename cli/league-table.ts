import type { Comparison, MeasureDescription, Results } from '../engine/index.ts';
import { printable } from './display-width.ts';
import { decimalsFor, showChange, showNumber } from './number-text.ts';
import type { coloursFor } from './terminal.ts';
import { GAP, layOutTable, type TextCell, widthOf, wrapWords } from './text-table.ts';

type Colours = ReturnType<typeof coloursFor>;

/** What reports tell of figures. They are loaded late, since they would slow down the start of every command. */
export type Telling = Pick<
  typeof import('../reports/index.ts'),
  'appliesTo' | 'changeApplies' | 'isToldApart'
>;

type Column = readonly TextCell[];

/** A column before it is known beside which heads it stands. */
interface HeadedColumn {
  readonly head: Column;
  readonly body: Column;
}

/** Longest line of a column's head, where its words allow. */
const HEAD = 11;

/** Results with the look-ups that a table needs. */
interface Table {
  readonly results: Results;
  readonly colours: Colours;
  readonly telling: Telling;
  readonly baseline: string;
  readonly others: readonly string[];
  /** The others without the reference, which is no offer. */
  readonly competing: readonly string[];
  readonly find: (measure: string, scenario: string) => Comparison | undefined;
}

function left(text: string): TextCell {
  return { text: printable(text), side: 'left' };
}

function right(text: string, paint?: (text: string) => string): TextCell {
  return { text: printable(text), side: 'right', ...(paint === undefined ? {} : { paint }) };
}

function changeOf(table: Table, measure: string, scenario: string): number | null {
  return table.find(measure, scenario)?.againstBaseline?.mean.value ?? null;
}

/** Signs a change so that more is better; 0 where neither way is. */
function merit({ better }: MeasureDescription, change: number | null): number {
  if (change === null || better === 'neither') return 0;
  return better === 'higher' ? change : -change;
}

function changeApplies(table: Table, measure: MeasureDescription, scenario: string): boolean {
  return table.telling.changeApplies(table.results.study, measure, scenario, null);
}

/** Tells whether these draws can tell a change from none. */
function isClear(table: Table, measure: MeasureDescription, scenario: string): boolean {
  const mean = table.find(measure.name, scenario)?.againstBaseline?.mean;
  return mean === undefined || table.telling.isToldApart(mean);
}

/** The baseline's column: median and range of its own outcome. */
function baselineText(table: Table, measure: MeasureDescription): string {
  if (!table.telling.appliesTo(measure, table.baseline, null)) return 'n/a';
  const { median, p5, p95 } = table.find(measure.name, table.baseline)!.outcome;
  const values = [p5.value, median.value, p95.value];
  const [low, middle, high] = values.map((value) => showNumber(value, decimalsFor(values)));
  return low === high ? middle! : `${middle} (${low} to ${high})`;
}

/** Tells whether a change is the best, with others to be better than. */
function isBestAlone(table: Table, measure: MeasureDescription, good: number): boolean {
  return table.competing.length > 1 && good === bestMerit(table, measure);
}

/** The best change of a measure among the scenarios that compete. */
function bestMerit(table: Table, measure: MeasureDescription): number {
  const merits = table.competing
    .filter((name) => changeApplies(table, measure, name) && isClear(table, measure, name))
    .map((name) => merit(measure, changeOf(table, measure.name, name)));
  return Math.max(0, ...merits);
}

/** Small offers beside a large reference get one decimal more, not as many as they would alone. */
function changeDecimals(table: Table, measure: MeasureDescription): number {
  const of = (names: readonly string[]) => {
    const shown = names.filter((scenario) => changeApplies(table, measure, scenario));
    return decimalsFor(shown.map((scenario) => changeOf(table, measure.name, scenario)));
  };
  const all = of(table.others);
  return Math.min(all + 1, Math.max(all, of(table.competing)));
}

function changeCell(table: Table, measure: MeasureDescription, scenario: string): TextCell {
  const { green, red } = table.colours;
  const found = table.find(measure.name, scenario);
  if (!changeApplies(table, measure, scenario)) return right('n/a ');
  if (found?.equalsBaseline?.value === 1) return right('= ');
  const change = changeOf(table, measure.name, scenario);
  const good = merit(measure, change);
  const clear = isClear(table, measure, scenario);
  const isRival = clear && table.competing.includes(scenario);
  const isBest = isRival && good > 0 && isBestAlone(table, measure, good);
  const decimals = changeDecimals(table, measure);
  const text = `${clear ? '' : '≈'}${showChange(change, decimals)}${isBest ? '*' : ' '}`;
  return right(text, !clear || good === 0 ? undefined : good > 0 ? green : red);
}

function headOf(table: Table, scenario: string): readonly string[] {
  const { role } = table.results.study.scenarios.find(({ name }) => name === scenario)!;
  const lines = wrapWords(printable(scenario), HEAD);
  return role === 'scenario' ? lines : [...lines, `(${role})`];
}

/** Lets heads end at the same line, and puts the cells below them. */
function intoColumns(columns: readonly HeadedColumn[]): readonly Column[] {
  const depth = Math.max(...columns.map(({ head }) => head.length));
  const blank: TextCell = { text: '', side: 'right' };
  return columns.map(({ head, body }) => [
    ...Array(depth - head.length).fill(blank),
    ...head,
    ...body,
  ]);
}

/** Puts as many columns beside each other as fit; at least one. */
function intoBlocks(
  fixed: readonly HeadedColumn[],
  columns: readonly HeadedColumn[],
  width: number,
) {
  const cost = ({ head, body }: HeadedColumn) => widthOf([...head, ...body]) + GAP.length;
  const room = width + GAP.length - fixed.reduce((sum, one) => sum + cost(one), 0);
  const blocks: HeadedColumn[][] = [];
  let left = -1;
  for (const column of columns) {
    if (cost(column) > left) {
      blocks.push([...fixed]);
      left = room;
    }
    blocks.at(-1)!.push(column);
    left -= cost(column);
  }
  return blocks;
}

function showBlock(block: readonly HeadedColumn[]): string {
  const columns = intoColumns(block);
  return layOutTable(columns[0]!.map((_, row) => columns.map((column) => column[row]!)));
}

function openTable(results: Results, colours: Colours, telling: Telling): Table {
  const { scenarios } = results.study;
  const key = (measure: string, scenario: string) => JSON.stringify([measure, scenario]);
  const drawn = results.comparisons.filter(({ condition }) => condition === null);
  const found = new Map(drawn.map((one) => [key(one.measure, one.scenario), one]));
  const named = (role: string) => scenarios.find((scenario) => scenario.role === role)?.name ?? '';
  const baseline = named('baseline');
  const others = scenarios.map(({ name }) => name).filter((name) => name !== baseline);
  const competing = others.filter((name) => name !== named('reference'));
  const find = (measure: string, scenario: string) => found.get(key(measure, scenario));
  return { results, colours, telling, baseline, others, competing, find };
}

/**
 * Draws the measures of a run by scenario: the baseline's own median and range, then the mean change of each
 * scenario against it, draw by draw; in blocks where the width asks for it.
 */
export function leagueTable(
  results: Results,
  width: number,
  colours: Colours,
  telling: Telling,
): string {
  const { measures } = results.study;
  const table = openTable(results, colours, telling);
  const labels = { head: [], body: measures.map(({ name }) => left(name)) };
  const units = { head: [], body: measures.map(({ unit }) => left(unit)) };
  const own = {
    head: [right(table.baseline), right('median (5% to 95%)')],
    body: measures.map((measure) => right(baselineText(table, measure))),
  };
  const changes = table.others.map((name) => ({
    head: headOf(table, name).map((line) => right(`${line} `)),
    body: measures.map((measure) => changeCell(table, measure, name)),
  }));
  return intoBlocks([labels, units], [own, ...changes], width)
    .map(showBlock)
    .join('\n\n');
}
