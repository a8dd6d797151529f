import { type Board, placeBoard } from '../dashboard/board.ts';
import type { Choice } from '../dashboard/choice.ts';
import { Ledger } from '../dashboard/ledger.ts';
import { Scene } from '../dashboard/scene.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import type { Sheet } from '../sheet.ts';
import { MOST_DRIVERS } from '../strongest-drivers.ts';

/** Name of the sheet with the data of the dashboard. */
export const CHART_DATA = 'Chart data';

/** As many columns as the widest table has: two, and three for each driver. */
const WIDTH = 2 + 3 * MOST_DRIVERS;

/** Computes what the dashboard shows of a choice; the board says where its cells stand. */
export function chartDataSheet(
  report: Report,
  choice: Choice,
  bands: Sheet,
): { readonly sheet: Sheet; readonly board: Board } {
  const { say } = report;
  const scene = new Scene(report, choice);
  let board: Board | null = null;
  const sheet = layOut((firstRow) => {
    const ledger = new Ledger(CHART_DATA, firstRow, WIDTH);
    board = placeBoard(ledger, scene, bands);
    return {
      name: CHART_DATA,
      title: say('What the dashboard computes'),
      about: say(
        'Formulas that follow the drop-downs of the dashboard and read the sheets Draws and Bands; its charts show these cells.',
      ),
      columns: Array.from({ length: WIDTH }, (_, at) => ({
        from: at === 0 ? 34 : 12,
        to: at === 0 ? 44 : 16,
      })),
      header: [],
      rows: ledger.rows,
    };
  }, say);
  return { sheet, board: board! };
}
