import type { Comparison, Figure, MeasureDescription } from '../../engine/index.ts';
import { appliesTo, changeApplies } from '../applies.ts';
import type { FindComparison, MeasureFormats } from '../compared.ts';
import { formatFor } from '../format.ts';
import { betterLabel, type ConditionLabel } from '../labels.ts';
import type { Say } from '../language/say.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, number, percent, text } from '../sheet.ts';
import type { Format, Style } from '../style.ts';

/** What the rows of a condition are made from. */
export interface SummaryContext extends Report {
  readonly find: FindComparison;
  readonly formats: ReadonlyMap<string, MeasureFormats>;
}

/** One row of figures, a column for each scenario. */
interface FigureRow {
  readonly label: (say: Say) => string;
  readonly pick: (item: Comparison) => Figure | null | undefined;
  readonly format: (formats: MeasureFormats) => Format;
  readonly style: Style;
  /** What the figure is a change against; left out for one of the scenario alone. */
  readonly against?: 'baseline' | 'reference';
}

const level = (formats: MeasureFormats) => formats.level;
const change = (formats: MeasureFormats) => formats.change;
const share = (): Format => 'percent-1';

const LEVELS: readonly FigureRow[] = [
  {
    label: (say) => say('Median'),
    pick: (item) => item.outcome.median,
    format: level,
    style: 'numberStrong',
  },
  {
    label: (say) => say('5%'),
    pick: (item) => item.outcome.p5,
    format: level,
    style: 'numberQuiet',
  },
  {
    label: (say) => say('95%'),
    pick: (item) => item.outcome.p95,
    format: level,
    style: 'numberQuiet',
  },
];

const AGAINST_BASELINE = changesOf('againstBaseline', 'baseline');
const AGAINST_REFERENCE = changesOf('againstReference', 'reference');
const BEATS: readonly FigureRow[] = [
  {
    label: (say) => say('Share of draws'),
    pick: (item) => item.beatsBaseline,
    format: share,
    style: 'numberStrong',
    against: 'baseline',
  },
];
const MEETS: readonly FigureRow[] = [
  {
    label: (say) => say('Share of draws'),
    pick: (item) => item.meetsTarget,
    format: share,
    style: 'numberStrong',
  },
];

function changesOf(
  key: 'againstBaseline' | 'againstReference',
  against: 'baseline' | 'reference',
): readonly FigureRow[] {
  const all = { format: change, against };
  return [
    {
      ...{ label: (say) => say('Mean change'), style: 'numberStrong', ...all },
      pick: (item) => item[key]?.mean,
    },
    {
      ...{ label: (say) => say('5%'), style: 'numberQuiet', ...all },
      pick: (item) => item[key]?.p5,
    },
    {
      ...{ label: (say) => say('95%'), style: 'numberQuiet', ...all },
      pick: (item) => item[key]?.p95,
    },
  ];
}

/** Makes the blocks of one condition: levels, changes, and chances; ranges only for the run as drawn. */
export function conditionRows(context: SummaryContext, condition: ConditionLabel): Cell[][] {
  const { results, say } = context;
  const { measures } = results.study;
  const short = condition.name !== null;
  const some = (rows: readonly FigureRow[]) => (short ? rows.slice(0, 1) : rows);
  const withTarget = measures.filter((measure) => measure.target !== '');
  const directed = measures.filter((measure) => measure.better !== 'neither');
  const block = (
    title: string,
    items: readonly MeasureDescription[],
    rows: readonly FigureRow[],
  ): Cell[][] => {
    if (items.length === 0) return [];
    const made = items.flatMap((measure) => measureRows(context, condition, measure, rows));
    const heading = section(context, `${condition.title}: ${title}`);
    return [heading, ...(made.some(hasFigures) ? made : [[text(say('No draws to compare.'))]])];
  };
  return [
    section(context, `${condition.title} (${condition.note})`, 'part'),
    drawsRow(context, condition),
    ...block(say('each measure'), measures, some(LEVELS)),
    ...block(say('change against the reference'), measures, some(AGAINST_REFERENCE)),
    ...block(say('change against the baseline'), measures, some(AGAINST_BASELINE)),
    ...block(say('probability of beating the baseline'), directed, BEATS),
    ...block(say('probability of meeting the target'), withTarget, MEETS),
  ];
}

/** Words stand in the first three columns. */
function hasFigures(row: readonly Cell[]): boolean {
  return row.slice(3).some(({ kind }) => kind !== 'blank');
}

function section(
  { results }: SummaryContext,
  title: string,
  style: 'section' | 'part' = 'section',
): Cell[] {
  const others = results.study.scenarios.length + 3;
  return [text(title, style), ...Array.from({ length: others }, () => blank(style))];
}

function drawsRow({ results, say, find }: SummaryContext, condition: ConditionLabel): Cell[] {
  const { scenarios, measures } = results.study;
  const counts = scenarios.map((scenario) => {
    const item = find(measures[0]?.name ?? '', scenario.name, condition.name);
    return number(item?.outcome.count ?? null, 'plain-0', 'numberQuiet');
  });
  return [text(say('Draws')), blank('cell'), text(say('Count')), ...counts, blank('number')];
}

function measureRows(
  { results, say, find, formats }: SummaryContext,
  condition: ConditionLabel,
  measure: MeasureDescription,
  rows: readonly FigureRow[],
): Cell[][] {
  const { scenarios } = results.study;
  const items = scenarios.map(({ name }) => find(measure.name, name, condition.name));
  return rows.map((row, index) => {
    const applies = scenarios.map(({ name }) =>
      row.against === undefined
        ? appliesTo(measure, name, condition.name)
        : changeApplies(results.study, measure, name, condition.name, row.against),
    );
    const figures = items.map((item, at) =>
      item === undefined || !applies[at] ? null : (row.pick(item) ?? null),
    );
    const format = row.format(formats.get(measure.name)!);
    return [
      labelCell(say, measure, index, rows),
      unitCell(say, measure, index, format),
      text(row.label(say), index === 0 ? 'cell' : 'cellQuiet'),
      ...figures.map((figure, at) =>
        applies[at] ? valueCell(figure, format, row.style) : text(say('n/a'), 'cellRight'),
      ),
      errorCell(figures, format),
    ];
  });
}

/** The first row of a measure names it; those below say which way is better, and where its target is. */
function labelCell(
  say: Say,
  measure: MeasureDescription,
  index: number,
  rows: readonly FigureRow[],
): Cell {
  const { target: bound } = measure;
  const target = bound === '' ? '' : say('target {bound}', { bound });
  if (index === 0) {
    return text(rows === MEETS ? `${measure.title}: ${target}` : measure.title, 'cellStrong');
  }
  if (index === 1) return text(betterLabel(say, measure), 'cellQuiet');
  return text(rows === LEVELS ? target : '', 'cellQuiet');
}

function unitCell(say: Say, measure: MeasureDescription, index: number, format: Format): Cell {
  if (index > 0) return blank('cell');
  return text(format.startsWith('percent') ? say('% of draws') : measure.unit);
}

function valueCell(figure: Figure | null, format: Format, style: Style): Cell {
  const value = figure?.value ?? null;
  return format.startsWith('percent') ? percent(value, 1, style) : number(value, format, style);
}

function errorCell(figures: readonly (Figure | null)[], format: Format): Cell {
  const errors = figures.flatMap((figure) => figure?.error ?? []);
  const largest = errors.length === 0 ? null : Math.max(...errors);
  if (format.startsWith('percent')) return percent(largest, 2, 'numberQuiet');
  return number(largest, formatFor([largest], { digits: 2 }), 'numberQuiet');
}
