import { DRAWS, drawColumns } from '../draw-columns.ts';
import { displayed } from '../format.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { number, type Sheet, text } from '../sheet.ts';

/** Stands in the place of the draws where they are too many for a workbook, and says where they are. */
export function drawsElsewhereSheet(report: Report): Sheet {
  const { say } = report;
  return layOut(
    {
      name: DRAWS,
      title: say('Every draw'),
      about: elsewhereText(report),
      columns: [{ from: 100, to: 100 }],
      header: [],
      rows: [
        [
          text(
            say(
              'The figures of this workbook are values that the engine computed from all of these draws; none of them is a formula over draws.',
            ),
            'plain',
          ),
        ],
      ],
    },
    say,
  );
}

/** Says that the draws are not in the workbook, and where they are. */
export function elsewhereText({ results, say, drawsFile }: Report): string {
  const shown = (value: number) => displayed(number(value, 'plain-0'));
  const draws = shown(results.provenance.draws);
  const columns = shown(drawColumns(results).length);
  return drawsFile === null
    ? say(
        'The {draws} draws of {columns} outcomes are too many for a workbook; a run writes them to a file with --draws-file.',
        { draws, columns },
      )
    : say(
        'The {draws} draws of {columns} outcomes are too many for a workbook; they are in the file {file}.',
        { draws, columns, file: drawsFile },
      );
}
