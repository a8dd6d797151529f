import { changesAreMeans } from '../changes-are-means.ts';
import { checkVerdict } from '../check-verdict.ts';
import { drawsFit } from '../draw-columns.ts';
import { samplingLabel, stepLabel } from '../labels.ts';
import type { Say } from '../language/say.ts';
import { layOut } from '../lay-out.ts';
import { CONTENTS } from '../opening.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, link, number, type Sheet, text } from '../sheet.ts';
import { elsewhereText } from './draws-elsewhere.ts';

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
        { from: 18, to: 18 },
        { from: 40, to: 40 },
        { from: 86, to: 86 },
      ],
      isUpright: true,
      isOnePage: true,
      header: [],
      rows: [
        ...(study.about === '' ? [] : [section(say('About')), ...aboutRows(study.about)]),
        section(say('What was run')),
        ...runRows(report),
        [text(say('Checks'), 'cellStrong'), checkVerdict(report, sheets)],
        section(say('Sheets')),
        ...sheets.map((sheet) => [
          link(say(sheet.name), { sheet: sheet.name, row: 1, column: 1 }),
          text(sheet.title),
          text(sheet.about, 'cellQuiet'),
        ]),
        section(say('How to read the numbers')),
        ...guide(say).map(([word, meaning]) => [
          text(word, 'cellStrong'),
          blank('cell'),
          text(meaning),
        ]),
      ],
    },
    say,
  );
}

const guide = (say: Say): readonly (readonly [string, string])[] => [
  [
    say('Draw'),
    say(
      'One joint value of everything uncertain. All scenarios see the same draws, so they are compared draw by draw.',
    ),
  ],
  [say('Baseline'), say('The scenario that every offer is judged against.')],
  [say('Reference'), say('The world before the question arose, that levels are compared with.')],
  [
    say('5% and 95%'),
    say('One draw in twenty lies below the first, one in twenty above the second.'),
  ],
  [say('Levels and changes'), changesAreMeans(say)],
  [
    say('0.0'),
    say(
      'A zero without a sign is nothing, or rounds to nothing at the decimals shown; the cell holds all digits.',
    ),
  ],
  [
    say('Monte Carlo error'),
    say(
      'Standard error of a figure from drawing a limited number of draws. It says nothing about whether the model is right.',
    ),
  ],
];

function aboutRows(about: string): Cell[][] {
  const paragraphs = about.trim().split(/\n\s*\n/);
  return paragraphs.map((paragraph) => [text(paragraph.trim(), 'plain')]);
}

function runRows(report: Report): Cell[][] {
  const { results, say } = report;
  const { study, provenance } = results;
  const horizon = {
    count: study.steps.length,
    step: stepLabel(say, study),
    first: study.steps[0] ?? '',
  };
  const pairs: [string, Cell][] = [
    [say('As of'), text(study.asOf)],
    [say('Horizon'), text(say('{count} steps of one {step}, from {first}', horizon))],
    [say('Scenarios'), number(study.scenarios.length, 'plain-0', 'numberLeft')],
    [say('Draws'), number(provenance.draws, 'plain-0', 'numberLeft')],
    [say('All draws'), drawsCell(report)],
    [say('Sampling'), text(samplingLabel(say, results))],
    [say('Seed'), text(provenance.seed)],
    [say('Engine version'), text(provenance.engineVersion)],
    [say('Results digest'), text(provenance.digest)],
  ];
  return pairs.map(([label, value]) => [text(label, 'cellStrong'), value]);
}

function drawsCell(report: Report): Cell {
  if (!drawsFit(report.results)) return text(elsewhereText(report), 'cellStrong');
  return text(report.say('on the sheet {name}', { name: report.say('Draws') }));
}

function section(title: string): Cell[] {
  return [text(title, 'section'), blank('section'), blank('section')];
}
