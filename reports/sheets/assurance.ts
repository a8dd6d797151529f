import { evidenceRows } from '../assurance/evidence-rows.ts';
import { heading } from '../assurance/line.ts';
import { precisionRows } from '../assurance/precision-rows.ts';
import { limitRows, recordRows } from '../assurance/record-rows.ts';
import { signOffRows } from '../assurance/sign-off-rows.ts';
import { validationRows } from '../assurance/validation-rows.ts';
import { verificationRows } from '../assurance/verification-rows.ts';
import type { FindFigure } from '../figure-places.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { type Sheet, text } from '../sheet.ts';

/** What the page tells of. */
interface Told {
  readonly validation: Sheet;
  readonly assumptions: Sheet;
  readonly levels: FindFigure;
  /** Every other sheet: their checks are counted. */
  readonly sheets: readonly Sheet[];
}

/** Tells on one page what was checked and with what outcome, what is left out, and who signs for it. */
export function assuranceSheet(report: Report, told: Told): Sheet {
  const { say, results } = report;
  return layOut(
    {
      name: 'Assurance',
      title: say('How far this may be relied on, and who answers for it'),
      about: say(
        'In the spirit of the AQuA Book of the UK government. Yellow is filled in by hand: a run cannot know it.',
      ),
      columns: [
        { from: 46, to: 46 },
        { from: 14, to: 14 },
        { from: 82, to: 82 },
        { from: 22, to: 22 },
      ],
      header: [
        text(say('What'), 'header'),
        text(say('Figure'), 'headerNumber'),
        text(say('What it says'), 'header'),
        text(say('By hand'), 'header'),
      ],
      rows: [
        heading(say('Purpose: {question}', { question: results.study.question })),
        ...verificationRows(report, told.sheets),
        ...validationRows(report, told.validation),
        ...evidenceRows(report, told.assumptions),
        ...precisionRows(report, told.levels),
        ...recordRows(report),
        ...limitRows(report),
        ...signOffRows(report),
      ],
      isOnePage: true,
      isUpright: true,
    },
    say,
  );
}
