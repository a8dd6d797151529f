import type { Chart } from '../charts/chart.ts';
import { type Board, placeBoard } from '../dashboard/board.ts';
import type { Choice } from '../dashboard/choice.ts';
import { Ledger } from '../dashboard/ledger.ts';
import { Scene } from '../dashboard/scene.ts';
import type { FindFigure } from '../figure-places.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import type { Sheet } from '../sheet.ts';
import { MOST_DRIVERS } from '../strongest-drivers.ts';
import { placeEffects } from '../summary/effect-chart.ts';
import { headlinesOf } from '../summary/effects.ts';
import { placeRises } from '../summary/rise-chart.ts';

/** Name of the sheet with the data of the dashboard. */
export const CHART_DATA = 'Chart data';

/** As many columns as the widest table has: two, and three for each driver. */
const WIDTH = 2 + 3 * MOST_DRIVERS;

/** The sheets that the data are read from; null where a study has none. */
export interface ChartSources {
  readonly bands: Sheet;
  readonly changes: FindFigure;
  readonly breakEven: Sheet | null;
}

/** Computes what the dashboard shows of a choice, and what the summary draws; their cells stand on this sheet. */
export function chartDataSheet(
  report: Report,
  choice: Choice,
  from: ChartSources,
): {
  readonly sheet: Sheet;
  readonly board: Board;
  readonly summary: readonly Chart[];
} {
  const { say } = report;
  const scene = new Scene(report, choice);
  let board: Board | null = null;
  let summary: readonly Chart[] = [];
  const sheet = layOut((firstRow) => {
    const ledger = new Ledger(CHART_DATA, firstRow, WIDTH);
    board = placeBoard(ledger, scene, from.bands);
    summary = placeSummary(ledger, report, from);
    return {
      name: CHART_DATA,
      title: say('What the dashboard computes'),
      about: say(
        'Formulas that follow the drop-downs of the dashboard and read the sheets Draws and Bands; its charts show these cells.',
      ),
      columns: Array.from({ length: WIDTH }, (_, at) => ({
        from: at === 0 ? 34 : 10,
        to: at === 0 ? 40 : 14,
      })),
      notes: [say('Only the first rows are printed; all of them stand in the workbook.')],
      header: [],
      isOnePage: true,
      rows: ledger.rows,
      printUntil: printedOf(ledger.rows, firstRow),
    };
  }, say);
  return { sheet, board: board!, summary };
}

/** Up to the second heading: what can be chosen. The rest are columns of working. */
function printedOf(rows: Ledger['rows'], firstRow: number): readonly [number, number] {
  const second = rows.findIndex(([first], at) => at > 0 && first?.style === 'section');
  const printed = rows.slice(0, second);
  const filled = printed.map((row) => row.findLastIndex(({ kind }) => kind !== 'blank') + 1);
  return [firstRow + second - 1, Math.max(...filled)];
}

/** Two charts: the first headline measure, and what offers must achieve or, where that is not asked, the second one. */
function placeSummary(
  ledger: Ledger,
  report: Report,
  { changes, breakEven }: ChartSources,
): Chart[] {
  const [first, second] = headlinesOf(report).map(
    (headline) => () => placeEffects(ledger, report, headline, changes),
  );
  const rises = placeRises(ledger, report, breakEven);
  const charts = [first?.() ?? null, rises ?? second?.() ?? null];
  return charts.filter((chart) => chart !== null);
}
