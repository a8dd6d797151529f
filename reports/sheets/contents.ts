import type { Results } from '../../engine/index.ts';
import { layOut } from '../lay-out.ts';
import { CONTENTS } from '../opening.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, link, number, type Sheet, text } from '../sheet.ts';

/** Opens the workbook: the question, what was run, and a line for each sheet. */
export function contentsSheet(report: Report, sheets: readonly Sheet[]): Sheet {
  const { results, say } = report;
  const { study } = results;
  return layOut(
    {
      name: CONTENTS,
      title: study.title,
      about: study.question,
      columns: [
        { from: 20, to: 20 },
        { from: 40, to: 40 },
        { from: 104, to: 104 },
      ],
      header: [],
      rows: [
        ...(study.about === '' ? [] : [section('About'), ...aboutRows(study.about)]),
        section('What was run'),
        ...runRows(results),
        section('Sheets'),
        ...sheets.map((sheet) => [
          link(sheet.name, { sheet: sheet.name, row: 1, column: 1 }),
          text(sheet.title),
          text(sheet.about, 'cellQuiet'),
        ]),
        section('How to read the numbers'),
        ...GUIDE.map(([word, meaning]) => [text(word, 'cellStrong'), blank('cell'), text(meaning)]),
      ],
    },
    say,
  );
}

const GUIDE: readonly (readonly [string, string])[] = [
  [
    'Draw',
    'One joint value of everything uncertain. All scenarios see the same draws, so they are compared draw by draw.',
  ],
  ['Baseline', 'The scenario that every offer is judged against.'],
  ['Reference', 'The world before the question arose, that levels are compared with.'],
  ['5% and 95%', 'One draw in twenty lies below the first, one in twenty above the second.'],
  [
    'Monte Carlo error',
    'Standard error of a figure from drawing a limited number of draws. It says nothing about whether the model is right.',
  ],
];

function aboutRows(about: string): Cell[][] {
  const paragraphs = about.trim().split(/\n\s*\n/);
  return paragraphs.map((paragraph) => [text(paragraph.trim(), 'plain')]);
}

function runRows({ study, provenance }: Results): Cell[][] {
  const first = study.steps[0] ?? '';
  const pairs: [string, Cell][] = [
    ['As of', text(study.asOf)],
    ['Horizon', text(`${study.steps.length} steps of one ${study.stepName}, from ${first}`)],
    ['Scenarios', number(study.scenarios.length, 'plain-0', 'numberLeft')],
    ['Draws', number(provenance.draws, 'plain-0', 'numberLeft')],
    ['Sampling', text(provenance.sampling)],
    ['Seed', text(provenance.seed)],
    ['Engine version', text(provenance.engineVersion)],
    ['Results digest', text(provenance.digest)],
  ];
  return pairs.map(([label, value]) => [text(label, 'cellStrong'), value]);
}

function section(title: string): Cell[] {
  return [text(title, 'section'), blank('section'), blank('section')];
}
