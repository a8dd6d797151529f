import type { Chart, PlacedChart } from '../charts/chart.ts';
import { displayed } from '../format.ts';
import { layOut, type SheetPlan } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, number, type Sheet, text } from '../sheet.ts';
import { lookOf } from '../style.ts';
import { answerOf } from '../summary/answer.ts';
import { headlinesOf } from '../summary/effects.ts';
import { MEASURE_COLUMNS, type SummaryFigures, summaryTable } from '../summary/summary-table.ts';
import { linesOf } from '../text-width.ts';

const NAME = 'Summary';
const NAME_WIDTH = 34;
const FIGURE_WIDTH = 10.5;
const CHART_ROWS = 15;
/** Measures beside each other: fewer leave room on the right, so that sentences and charts keep their width. */
const MEASURES = 3;

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
  const width = MEASURES * MEASURE_COLUMNS;
  const answer = answerRows(report, NAME_WIDTH + width * FIGURE_WIDTH);
  const table = summaryTable(report, headlinesOf(report), figures);
  const above = [...answer, [blank()], ...table, [text(noteOf(report), 'about')], [blank()]];
  const below = charts.length === 0 ? [] : Array.from({ length: CHART_ROWS }, () => [blank()]);
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
      ...Array.from({ length: width }, () => ({ from: FIGURE_WIDTH, to: FIGURE_WIDTH })),
    ],
    header: [],
    rows,
    charts: placed(charts, firstRow + above.length, width + 1),
    isOnePage: true,
    printUntil: [firstRow + rows.length - 1, width + 1],
  };
}

/** A sentence goes on in the next row where it is longer than the page is wide. */
function answerRows(report: Report, room: number): Cell[][] {
  const look = lookOf('answer');
  return answerOf(report).flatMap((sentence) =>
    linesOf(sentence, look, room).map((line) => [text(line, 'answer')]),
  );
}

function noteOf({ say, results }: Report): string {
  const { study } = results;
  const baseline = study.scenarios.find(({ role }) => role === 'baseline')!.title;
  const note = say(
    'Changes are against "{baseline}", draw by draw; grey italics cannot be told from zero at this number of draws; ± is the Monte Carlo error.',
    { baseline },
  );
  if (study.conditions.length === 0) return note;
  return `${note} ${say('Chances of what others decide are priors of the authors, no forecasts: see Conditions.')}`;
}

function placed(charts: readonly Chart[], top: number, columns: number): PlacedChart[] {
  const ends = charts.length === 1 ? [columns] : [Math.floor(columns / 2), columns];
  return charts.map((chart, at) => ({
    ...{ chart, top, bottom: top + CHART_ROWS - 1 },
    ...{ left: at === 0 ? 1 : ends[at - 1]! + 1, right: ends[at]! },
  }));
}
