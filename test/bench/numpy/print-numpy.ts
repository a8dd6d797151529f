import type { Definition, System } from '../../../engine/formula/rule.ts';
import type { Term } from '../../../engine/formula/term.ts';
import { VARIES } from '../../../engine/kernel/varies.ts';
import { groupsOf } from '../../../engine/model/groups.ts';
import type { ScalarEquation } from '../../../engine/model/model.ts';
import type { PreparedProgram } from '../../../engine/simulation/plan.ts';
import { arrayName, historyName, numpyPrinter } from './numpy-text.ts';

type Print = (term: Term) => string;

function printDefinitions(definitions: readonly Definition[], print: Print): readonly string[] {
  return definitions.map(({ slot, term }) => `${arrayName(slot)} = ${print(term)}`);
}

/** Writes Newton's method as one writes it with NumPy: whole steps for all draws until all are done. */
function printSearch(system: System, print: Print): readonly string[] {
  const { unknowns, values, residuals, sizes, slopes, jacobian, tolerance, iterations } = system;
  if (unknowns.length > 1) throw new Error('NumPy rows have systems of one unknown');
  const [{ slot, guess }] = unknowns as [System['unknowns'][number]];
  const name = arrayName(slot);
  const body = [
    ...printDefinitions(values, print),
    `r = ${print(residuals[0]!)}`,
    `if numpy.all(numpy.abs(r) <= ${tolerance} * ${print(sizes[0]!)}): break`,
    ...printDefinitions(slopes, print),
    `${name} = ${name} - r / ${print(jacobian[0]![0]!)}`,
  ];
  return [
    `${name} = ${print(guess)}`,
    `for attempt in range(${iterations + 1}):`,
    ...body.map((line) => `    ${line}`),
  ];
}

function printEquations(equations: readonly ScalarEquation[], print: Print): readonly string[] {
  return groupsOf(equations).flatMap(([first]) => {
    const { slot, term } = first!;
    if (term.kind === 'solved') return printSearch(term.system, print);
    return [`${arrayName(slot)} = ${print(term)}`];
  });
}

function printHistory({ slot, lag, starts }: ScalarEquation, print: Print): string {
  if (starts?.kind === 'term') return `${historyName(slot)} = [${print(starts.term)}] * ${lag}`;
  const before = Array.from({ length: lag }, (_, at) => starts!.valueAtLag(lag - at));
  return `${historyName(slot)} = [${before.join(', ')}]`;
}

const AGGREGATES: Readonly<Record<string, (series: string, steps: number) => string>> = {
  average: (series, steps) => `${series}.sum(axis=0) / ${steps}`,
  final: (series) => `${series}[-1]`,
};

/**
 * Writes a program as a function of Python, statement for equation, arrays over the draws for what varies with them;
 * what does not vary with the draw is numbers, as it is to the engine's kernel.
 */
export function printNumpy({ program, layout, drawnSlots, plan }: PreparedProgram): string {
  const { equations } = program.model;
  const varying = (bits: number) => equations.filter(({ slot }) => layout.varies[slot] === bits);
  const lagged = varying(VARIES.both).filter(({ lag }) => lag > 0);
  const print = numpyPrinter(layout, new Map(lagged.map(({ slot, lag }) => [slot, lag])));
  const sources = [
    ...new Set([...program.aggregates.map(({ source }) => source), ...program.kept]),
  ];
  const series = (slot: number) => `series[${sources.indexOf(slot)}]`;
  const step = [
    's = S[step]',
    ...printEquations(varying(VARIES.both), print),
    ...lagged.map(({ slot }) => `${historyName(slot)}.append(${arrayName(slot)})`),
    ...sources.map((slot) => `${series(slot)}[step] = ${arrayName(slot)}`),
  ];
  const body = [
    `series = numpy.empty((${sources.length}, ${plan.steps}, draws))`,
    ...drawnSlots.map((slot, at) => `${arrayName(slot)} = drawn[${at}]`),
    ...printEquations(varying(VARIES.draw), print),
    ...lagged.map((equation) => printHistory(equation, print)),
    `for step in range(${plan.steps}):`,
    ...step.map((line) => `    ${line}`),
    ...program.aggregates.map(
      ({ kind, source }, at) => `a${at} = ${AGGREGATES[kind]!(series(source), plan.steps)}`,
    ),
    `answers = [${program.answers.map(print).join(', ')}]`,
    `return answers, [${program.kept.map(series).join(', ')}]`,
  ];
  return [
    'import numpy',
    '',
    '',
    'def model(K, S, drawn, draws):',
    ...body.map((line) => `    ${line}`),
    '',
  ].join('\n');
}
