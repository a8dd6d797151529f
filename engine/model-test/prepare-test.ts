import { addConditionalLevers } from '../model/conditional-levers.ts';
import { refuseEarly } from '../model/decided-in.ts';
import { linkedModel } from '../model/linked-model.ts';
import { ask, type Program, type Question } from '../model/program.ts';
import { dimensionOf } from '../model/types.ts';
import { hasErrors, type Position, type Problem } from '../problem.ts';
import { NONE } from '../quantity/dimension.ts';
import type { Unit } from '../quantity/unit.ts';
import type { ConditionalTerm } from '../study/apply-terms.ts';
import type { Expected, ModelTest } from '../study/model-test.ts';
import type { Measure, Study } from '../study/study.ts';
import { type Expectation, readExpectation } from './expectation.ts';

/** One expectation and the answer it is about. */
export interface Line {
  readonly index: number;
  readonly text: string;
  readonly expected: Expected;
  readonly expectation: Expectation;
  /** The unit of the measure that the line names; null where it is a formula. */
  readonly unit: Unit | null;
}

/** A test whose formulas are compiled. `others` are the answers that must keep their bits, by measure. */
export interface PreparedTest {
  readonly test: ModelTest;
  readonly program: Program;
  readonly expect: readonly Line[];
  readonly change: readonly Line[];
  readonly others: readonly { readonly index: number; readonly measure: string }[];
}

function textOf(expected: Expected): string {
  return expected.formula.text.text.trim();
}

/** Writes a line's formula with the elements that its indices stand for. */
function showLine({ formula, extent }: Expected): string {
  const parts = extent.elements[0]!.split(',');
  const places = new Map(extent.over.map(({ name }, at) => [name, parts[at]!]));
  return formula.text.text
    .trim()
    .replace(/\[[^\]]*\]/g, (indices) =>
      indices.replace(/\w+/g, (word) => places.get(word) ?? word),
    );
}

function measureOf(study: Study, expected: Expected) {
  return study.measures.find(({ name }) => name === textOf(expected));
}

function questionOfMeasure({ formula, extent, unit }: Measure): Question {
  return { formula, extent, wanted: { unit } };
}

function questionOf(study: Study, expected: Expected): Question {
  const measure = measureOf(study, expected);
  if (measure === undefined) {
    return { formula: expected.formula, extent: expected.extent, wanted: 'number' };
  }
  return questionOfMeasure(measure);
}

/** A scenario's term may be fine on the study's clock and not on the test's. */
function placeIn({ position }: ModelTest): (term: ConditionalTerm) => Position {
  return ({ when: { datePosition } }) =>
    datePosition.file === position.file ? datePosition : position;
}

function compileTest(test: ModelTest, questions: readonly Question[], found: Problem[]): Program {
  const linked = linkedModel(test.model, test.clock, found);
  const settings = [test.given.levers, test.against.levers];
  const model = addConditionalLevers(linked, test.model, settings, [], found);
  refuseEarly(test.clock, settings, placeIn(test), found);
  return ask(model, test.model, questions, [], found);
}

/** Reads what is expected of the answers; the lines of `change:` come after those of `expect:`. */
function readLines(
  study: Study,
  test: ModelTest,
  program: Program,
  problems: Problem[],
): readonly Line[] {
  const reading = { problems, clock: test.clock };
  return [...test.expect, ...test.change].flatMap((expected, index): Line[] => {
    const dimension = dimensionOf(program.types[index]!) ?? NONE;
    const isChange = index >= test.expect.length;
    const expectation = readExpectation(reading, expected.expectation, dimension, isChange);
    if (expectation === null) return [];
    const unit = measureOf(study, expected)?.unit ?? null;
    return [{ index, text: showLine(expected), expected, expectation, unit }];
  });
}

/** Compiles the formulas of a test and reads what it expects; null where something is wrong, which is reported. */
export function prepareTest(
  study: Study,
  test: ModelTest,
  problems: Problem[],
): PreparedTest | null {
  const named = [...test.expect, ...test.change];
  const changed = new Set(test.change.map(textOf));
  const others = test.othersUnchanged
    ? study.measures.filter(({ name }) => !changed.has(name))
    : [];
  const found: Problem[] = [];
  const questions = [
    ...named.map((expected) => questionOf(study, expected)),
    ...others.map(questionOfMeasure),
  ];
  const program = compileTest(test, questions, found);
  const lines = hasErrors(found) ? [] : readLines(study, test, program, found);
  problems.push(...found);
  if (hasErrors(found)) return null;
  return {
    test,
    program,
    expect: lines.filter(({ index }) => index < test.expect.length),
    change: lines.filter(({ index }) => index >= test.expect.length),
    others: others.map(({ name }, at) => ({ index: named.length + at, measure: name })),
  };
}
