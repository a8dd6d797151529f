import { appliesNotes } from '../applies.ts';
import { changesAreMeans } from '../changes-are-means.ts';
import { comparisonFinder, measureFormats } from '../compared.ts';
import { displayed } from '../format.ts';
import { conditionLabels, scenarioHeaders } from '../labels.ts';
import { layOut } from '../lay-out.ts';
import type { Together } from '../paper.ts';
import type { Report } from '../report.ts';
import { type Cell, number, type Sheet, text } from '../sheet.ts';
import { conditionRows } from './condition-rows.ts';

/** Sets all scenarios side by side on all measures, under each condition. */
export function conditionsSheet(report: Report): Sheet {
  const { results, say } = report;
  const { draws, rows } = bodyOf(report);
  return layOut(
    {
      name: 'Conditions',
      title: say('Scenarios side by side, under each condition'),
      about: say(
        'Medians and 5% to 95% ranges over {draws} draws, in the unit beside each measure; a column for each scenario.',
        { draws },
      ),
      notes: notesOf(report),
      columns: [
        { from: 30, to: 46 },
        { from: 8, to: 15 },
        { from: 10, to: 20 },
        ...results.study.scenarios.map(() => ({ from: 10, to: 14 })),
        { from: 8, to: 15 },
      ],
      header: [
        text(say('Measure'), 'header'),
        text(say('Unit'), 'header'),
        text(say('Figure'), 'header'),
        ...scenarioHeaders(say, results.study.scenarios),
        text(say('Monte Carlo error, largest of the row'), 'headerNumber'),
      ],
      rows,
      frozenColumns: 3,
      together: measuresIn(rows),
    },
    say,
  );
}

function bodyOf(report: Report) {
  const { results } = report;
  const context = {
    ...report,
    find: comparisonFinder(results),
    formats: measureFormats(results),
  };
  const rows: Cell[][] = [];
  for (const condition of conditionLabels(report)) {
    rows.push(...conditionRows(context, condition));
  }
  return { rows, draws: displayed(number(results.provenance.draws, 'plain-0')) };
}

/** The first row of a measure names it; the rows of its range mean nothing without it. */
function measuresIn(rows: readonly (readonly Cell[])[]): Together[] {
  const firsts = rows.flatMap(([first], at) => (first?.style === 'cellStrong' ? [at] : []));
  return firsts.map((first) => {
    const rest = rows.slice(first + 1).findIndex(([cell]) => cell?.style !== 'cellQuiet');
    return [first, rest < 0 ? rows.length - 1 : first + rest];
  });
}

function notesOf(report: Report): string[] {
  const { say } = report;
  const { study } = report.results;
  const titleOf = (role: string) => study.scenarios.find((item) => item.role === role)?.title ?? '';
  const titles = { baseline: titleOf('baseline'), reference: titleOf('reference') };
  const notes = [
    titles.reference === ''
      ? say(
          '"{baseline}" is baseline and reference at once; what each other scenario adds stands in the changes.',
          titles,
        )
      : say(
          'What "{baseline}" (the baseline) costs against "{reference}" (the reference) stands in its column, in the blocks of changes against the reference; what each other scenario adds, in the changes against the baseline.',
          titles,
        ),
    say(
      'Changes are paired by draw: both scenarios see the same draw, and the mean of the differences is shown. The error of each single figure, and every range, is on the sheets Comparison and Against baseline.',
    ),
    changesAreMeans(say),
    ...appliesNotes(report),
  ];
  if (study.conditions.length > 0) {
    notes.push(
      say(
        'As drawn, the chances of what others decide are priors of the authors, not forecasts: read them together with the blocks below, which impose or select an outcome.',
      ),
    );
  }
  return notes;
}
