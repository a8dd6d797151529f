import type { Chart, PlacedChart } from '../charts/chart.ts';
import { drawsFit } from '../draw-columns.ts';
import { displayed } from '../format.ts';
import { layOut, type SheetPlan } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, number, type Sheet, text } from '../sheet.ts';
import { lookOf } from '../style.ts';
import { answerOf } from '../summary/answer.ts';
import { headlinesOf } from '../summary/effects.ts';
import {
  FIGURES_WIDTH,
  figureColumnCount,
  type SummaryFigures,
  summaryTable,
} from '../summary/summary-table.ts';
import { linesOf } from '../text-width.ts';

const NAME = 'Summary';
const NAME_WIDTH = 34;
/** Rows of a chart, and of each of its bars. */
const CHART_ROWS = 6;
const MOST_CHART_ROWS = 16;

/** Answers the question of the study on one page: in sentences, in a table, in charts. */
export function summarySheet(
  report: Report,
  figures: SummaryFigures,
  charts: readonly Chart[],
): Sheet {
  return layOut((firstRow) => planOf(report, figures, charts, firstRow), report.say);
}

function planOf(
  report: Report,
  figures: SummaryFigures,
  charts: readonly Chart[],
  firstRow: number,
): SheetPlan {
  const { say, results } = report;
  const columns = figureColumnCount(report);
  const answer = answerRows(report, FIGURES_WIDTH);
  const table = summaryTable(report, headlinesOf(report), figures);
  const notes = linesOf(noteOf(report), lookOf('about'), NAME_WIDTH + FIGURES_WIDTH);
  const above = [
    ...[...answer, [blank()], ...table],
    ...[...notes.map((line) => [text(line, 'about')]), [blank()]],
  ];
  const below =
    charts.length === 0 ? [] : Array.from({ length: chartRows(charts) }, () => [blank()]);
  const rows = [...above, ...below];
  return {
    name: NAME,
    title: results.study.question === '' ? results.study.title : results.study.question,
    about: say(
      'As of {date}; medians, means and 5% to 95% ranges over {draws} draws, in the unit that stands over each column.',
      {
        date: results.study.asOf,
        draws: displayed(number(results.provenance.draws, 'plain-0')),
      },
    ),
    columns: [
      { from: NAME_WIDTH, to: NAME_WIDTH },
      ...Array.from({ length: columns }, () => ({
        from: FIGURES_WIDTH / columns,
        to: FIGURES_WIDTH / columns,
      })),
    ],
    header: [],
    rows,
    continued: rows.flatMap((row, at) => (goesOn(row, rows[at - 1]) ? at : [])),
    charts: placed(charts, firstRow + above.length, columns + 1),
    isOnePage: true,
    printUntil: [firstRow + rows.length - 1, columns + 1],
  };
}

/** Whether a row holds the rest of what the row above says. */
function goesOn([first, second]: readonly Cell[], above: readonly Cell[] = []): boolean {
  if (second?.style === 'answer') return first?.kind === 'blank';
  return first?.style === above[0]?.style && /^(about|group)$/.test(first?.style ?? '');
}

/** A sentence goes on in the next row where it is longer than the page is wide. */
function answerRows(report: Report, room: number): Cell[][] {
  const look = lookOf('answer');
  return answerOf(report).flatMap(({ about, sentence }) =>
    linesOf(sentence, look, room).map((line, at) => [
      text(at === 0 ? about : '', 'label'),
      text(line, 'answer'),
    ]),
  );
}

function noteOf({ say, results }: Report): string {
  const { study } = results;
  const baseline = study.scenarios.find(({ role }) => role === 'baseline')!.title;
  const note = say(
    'Changes are against "{baseline}", draw by draw; grey italics cannot be told from zero at this number of draws; ± is the Monte Carlo error.',
    { baseline },
  );
  const chances =
    study.conditions.length === 0
      ? []
      : [
          say(
            'Chances of what others decide are priors of the authors, no forecasts: see Conditions.',
          ),
        ];
  const origin = say(
    'Sentences are written from what the engine computed; table and charts are formulas over all draws, and Checks compares both.',
  );
  return [note, ...chances, ...(drawsFit(results) ? [origin] : [])].join(' ');
}

/** As high as the chart of most bars asks for. */
function chartRows(charts: readonly Chart[]): number {
  const bars = charts.map((chart) =>
    chart.form === 'points' ? 0 : chart.categories.values.length,
  );
  return Math.min(CHART_ROWS + Math.max(...bars), MOST_CHART_ROWS);
}

function placed(charts: readonly Chart[], top: number, columns: number): PlacedChart[] {
  const ends = charts.length === 1 ? [columns] : [Math.floor(columns / 2), columns];
  return charts.map((chart, at) => ({
    ...{ chart, top, bottom: top + chartRows(charts) - 1 },
    ...{ left: at === 0 ? 1 : ends[at - 1]! + 1, right: ends[at]! },
  }));
}
