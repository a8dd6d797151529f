import type { LeverDescription } from '../../engine/index.ts';
import { sayOnce, scenarioHeaders } from '../labels.ts';
import type { Say } from '../language/say.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, type Sheet, text } from '../sheet.ts';

const wordsOf = (say: Say) => [
  say('Module'),
  say('Lever'),
  say('Element'),
  say('Unit'),
  say('What it is'),
];

/** Shows what each scenario sets, and marks where it departs from the baseline. */
export function leversSheet(report: Report): Sheet {
  const { results, say } = report;
  const scenarios = [...results.study.scenarios, ...results.study.validationScenarios];
  return layOut(
    {
      name: 'Levers',
      title: say('What each scenario sets'),
      about: say(
        'Value of every lever in every scenario, as a quantity with its unit, its dated schedule, or its terms.',
      ),
      notes: [
        say(
          'A value that differs from the baseline starts with \u2260, is bold and stands on yellow.',
        ),
      ],
      columns: [
        { from: 12, to: 16 },
        { from: 16, to: 26 },
        { from: 10, to: 20 },
        { from: 8, to: 14 },
        { from: 30, to: 34 },
        ...scenarios.map(() => ({ from: 12, to: 22 })),
      ],
      header: [
        ...wordsOf(say).map((word) => text(word, 'header')),
        ...scenarioHeaders(say, scenarios).map((cell): Cell => leftHeader(cell)),
      ],
      rows: [
        ...block(report, say('Levers that some scenario sets otherwise than the baseline'), true),
        ...block(report, say('Levers that are the same in every scenario'), false),
      ],
      frozenColumns: 3,
    },
    say,
  );
}

function block({ results, say }: Report, heading: string, differs: boolean): Cell[][] {
  const { levers, scenarios, validationScenarios } = results.study;
  const chosen = levers.filter((lever) => lever.differs.includes(true) === differs);
  if (chosen.length === 0) return [];
  const abouts = sayOnce(say, chosen, (lever) => lever.about);
  const others = wordsOf(say).length - 1 + scenarios.length + validationScenarios.length;
  return [
    [text(heading, 'section'), ...Array.from({ length: others }, () => blank('section'))],
    ...chosen.map((lever, index) => rowOf(say, lever, abouts[index]!)),
  ];
}

function rowOf(say: Say, lever: LeverDescription, about: string): Cell[] {
  return [
    text(lever.module),
    text(lever.name, 'cellStrong'),
    text(lever.element),
    text(lever.unit),
    text(about, 'cellQuiet'),
    ...lever.values.map((value, index) =>
      lever.differs[index] ? text(say('\u2260 {value}', { value }), 'cellChanged') : text(value),
    ),
  ];
}

/** Values here are words, so their headers stand on the left. */
function leftHeader(cell: Cell): Cell {
  return cell.style === 'headerNumber'
    ? { ...cell, style: 'header' }
    : { ...cell, style: 'headerMutedLeft' };
}
