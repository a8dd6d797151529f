import type { Axis, Chart, Label, Numbers, SeriesLook, Stroke, Words } from './chart.ts';
import { lined, seriesOf } from './looks.ts';
import type { Ink } from './palette.ts';

/** A line of a scenario, or of what else is compared. */
export interface Line {
  readonly name: Label;
  readonly values: Numbers;
  readonly role: 'baseline' | 'reference' | 'scenario' | 'validation';
}

/** Lines over days or other categories. */
export interface LineParts {
  readonly name: string;
  readonly title: Label;
  readonly about: string;
  readonly categories: Words | Numbers;
  readonly base: Axis;
  readonly values: Axis;
  readonly lines: readonly Line[];
}

const COLOURS: readonly Ink[] = [
  ...(['line1', 'line3', 'line2', 'line4'] as const),
  ...(['line5', 'line6', 'line7', 'line8'] as const),
];
const DASHES: readonly Stroke['dash'][] = ['solid', 'dash', 'dashDot', 'dot'];

/** Draws lines beside each other, told apart by colour and dashes; the baseline and the reference are grey. */
export function lineChart({ lines, ...parts }: LineParts): Chart {
  const others = lines.filter(({ role }) => role === 'scenario');
  return {
    ...{ form: 'categories', ...parts, legend: 'right', isLying: false },
    layers: [
      {
        kind: 'lines',
        series: lines.map((line) =>
          seriesOf(line.name, line.values, lookOf(line, others.indexOf(line))),
        ),
      },
    ],
  };
}

function lookOf({ role }: Line, at: number): SeriesLook {
  if (role === 'baseline') return lined('baseline', 2.25, 'dash');
  if (role === 'reference') return lined('reference', 1.5, 'dot');
  const round = Math.floor(at / COLOURS.length);
  return lined(COLOURS[at % COLOURS.length]!, 1.5, DASHES[(at + round) % DASHES.length]);
}
