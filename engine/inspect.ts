import { drawName } from './draw/draw-name.ts';
import { LOCAL, type Solved } from './formula/rule.ts';
import type { Term } from './formula/term.ts';
import { writeJavascript } from './javascript/write-javascript.ts';
import { labelOf, type ScalarEquation } from './model/model.ts';
import { type Program, questionsOf } from './model/program.ts';
import { showTerm } from './model/show-term.ts';
import { fromBase, type Unit } from './quantity/unit.ts';
import type { Inputs } from './simulation/inputs.ts';
import { planStudy, prepareStudy } from './simulation/prepare-study.ts';
import type { SourceNode } from './source/document.ts';
import { type ReadDocument, readDocument } from './source/read-document.ts';
import { showFormulaAt } from './study/located.ts';
import type { Study } from './study/study.ts';

/** A study that was checked. */
interface Ready {
  readonly study: Study;
  readonly program: Program;
}

function documentLines(node: SourceNode, path: string): readonly string[] {
  const { line, column } = node.position;
  const place = `${line}:${column}`.padEnd(8);
  if (node.kind === 'scalar') {
    const words = node.raw.text.trim().replace(/\s+/g, ' ');
    const value = node.value === null ? `nothing` : `${words} (${typeof node.value})`;
    return [`${place} ${path} = ${value}`];
  }
  if (node.kind === 'list') {
    if (node.items.length === 0) return [`${place} ${path} = []`];
    return node.items.flatMap((item, index) => documentLines(item, `${path}[${index}]`));
  }
  if (node.entries.length === 0) return [`${place} ${path} = {}`];
  return node.entries.flatMap(({ key, value }) =>
    documentLines(value, path === '' ? key : `${path}.${key}`),
  );
}

/** Shows the first stage: what a YAML file says, each value with its line and column. */
export function showDocument(
  file: string,
  bytes: Uint8Array,
): { readonly text: string; readonly problems: ReadDocument['problems'] } {
  const { root, problems } = readDocument(file, bytes);
  return { text: root === null ? '' : documentLines(root, '').join('\n'), problems };
}

/** Writes what an unknown is solved for: its residual as the author wrote it, and where the search begins. */
function showUnknown(
  label: string,
  { system, index }: Solved,
  program: Program,
): readonly string[] {
  const { unknowns, values, residuals } = system;
  const parts = new Map(values.map(({ slot, term }) => [slot, term]));
  const joined = (term: Term): Term => {
    if (term.kind === 'apply') return { ...term, operands: term.operands.map(joined) };
    return term.kind === 'slot' && term.slot >= LOCAL ? parts.get(term.slot)! : term;
  };
  const residual = showTerm(joined(residuals[index]!), program);
  const guess = showTerm(unknowns[index]!.guess, program);
  return [`${label} solves 0 = ${residual}, from ${guess}`];
}

function showEquation(equation: ScalarEquation, program: Program): readonly string[] {
  const { slot, term, starts, lag } = equation;
  const variable = program.model.variables[slot]!;
  if (term.kind === 'solved') return showUnknown(labelOf(variable), term, program);
  const head = `${labelOf(variable)} = ${showTerm(term, program)}`;
  if (starts === null || lag === 0) return [head];
  const before =
    starts.kind === 'term'
      ? showTerm(starts.term, program)
      : Array.from({ length: lag }, (_, at) => starts.valueAtLag(at + 1)).join(', ');
  return [head, `  before the first step: ${before}`];
}

/** Shows the linked model: equations in the order in which they are computed, checks and measures. */
export function showModel({ study, program }: Ready): string {
  const { equations, checks } = program.model;
  const answers = questionsOf(study).map(({ name }) => name);
  return [
    `# equations (${equations.length}) in the order they are computed, in base units (USD, KRW, month, t, MMBtu, bbl)`,
    ...equations.flatMap((equation) => showEquation(equation, program)),
    ...(checks.length === 0 ? [] : ['', '# checks, on every draw and step']),
    ...checks.map((check) => `${labelOf(check)}: ${showTerm(check.term, program)}`),
    '',
    '# measures, selections and validations, once per draw',
    ...program.answers.map((term, index) => `${answers[index]!} = ${showTerm(term, program)}`),
  ].join('\n');
}

/** Lists the formulas of a study as the author wrote them, by label. */
function formulasOf({ model }: Study): ReadonlyMap<string, string> {
  const formulas = model.modules.flatMap(({ name: module, equations }) =>
    equations.flatMap(({ name, formula, extent }) =>
      extent.elements.map((element): [string, string] => {
        const text = showFormulaAt(formula, { ...extent, elements: [element] });
        return [labelOf({ key: `${module}.${name}`, element }), text.trim().replace(/\s+/g, ' ')];
      }),
    ),
  );
  return new Map(formulas);
}

/** Shows the generated code that every draw runs through. */
export function showKernel({ study, program }: Ready): string {
  const formulas = formulasOf(study);
  const { routines } = planStudy(study, program).prepared;
  return writeJavascript(routines, (label) => formulas.get(label) ?? null).trimEnd();
}

function showRow(name: string, unit: Unit, values: readonly number[], width: number): string {
  const numbers = values.map((value) =>
    String(Number(fromBase(value, unit).toPrecision(6))).padStart(13),
  );
  return `${name.padEnd(width)}${numbers.join('')}  ${unit.text}`.trimEnd();
}

function firstDraws(ready: Ready, scenario: string, count: number) {
  const { items, prepared, source } = prepareStudy(ready.study, ready.program);
  const { draws } = ready.study;
  const found = items.find(({ item }) => item.scenario === scenario && item.condition === null);
  const inputs: Inputs = found!.inputs;
  const random = source.inputsOf(inputs);
  const first = (column: Float64Array) => [...column.subarray(0, Math.min(count, draws))];
  const drawn = prepared.drawnSlots.flatMap((slot, index) =>
    inputs.drawn.has(slot) ? [{ slot, values: first(random.drawn[index]!) }] : [],
  );
  const shocks = prepared.shockSlots.map((slot, at) => ({
    slot,
    values: first(random.shocks[at]!),
  }));
  return { variables: prepared.program.model.variables, drawn, shocks };
}

/** Shows the first draws of every uncertainty of a scenario, and of every shock at the first step. */
export function showDraws(ready: Ready, scenario: string, count = 5): string {
  const { variables, drawn, shocks } = firstDraws(ready, scenario, count);
  const names = [...drawn, ...shocks].map(({ slot }) => labelOf(variables[slot]!).length);
  const width = Math.max(10, ...names);
  const show = ({ slot, values }: { slot: number; values: readonly number[] }) =>
    showRow(labelOf(variables[slot]!), variables[slot]!.unit, values, width);
  const heads = Array.from({ length: Math.min(count, ready.study.draws) }, (_, draw) =>
    drawName(draw).padStart(13),
  );
  const { seed, draws, sampling } = ready.study;
  return [
    `# ${scenario}: the first of ${draws} draws, ${sampling}, seed ${seed}`,
    `${''.padEnd(width)}${heads.join('')}`,
    ...drawn.map(show),
    ...(shocks.length === 0 ? [] : ['# shocks at the first step']),
    ...shocks.map(show),
  ].join('\n');
}
