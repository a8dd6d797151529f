import { firstDayOf, showDay } from '../quantity/calendar.ts';
import { fromBase } from '../quantity/unit.ts';
import { showFormula, showFormulaAt } from '../study/located.ts';
import type { Equation, Extent, FormulaText, Starts, Unknown } from '../study/model-text.ts';
import type { Condition, Study, Validation } from '../study/study.ts';
import { stateInputs, stateScenarios } from './state-inputs.ts';
import { canonical, type Statement, type StatementKind } from './statement.ts';

/** A thing said once, at the place of a formula. */
function stated(
  kind: StatementKind,
  name: string,
  text: string,
  more: unknown,
  { position }: Pick<FormulaText, 'position'>,
): Statement {
  const { file, line } = position;
  return { kind, name, element: '', text, exact: canonical([text, more]), file, line };
}

function exactStarts(starts: Starts | null): unknown {
  if (starts === null) return null;
  if (starts.kind === 'formula') return showFormula(starts.formula);
  if (starts.kind === 'table') return starts.path;
  return [...starts.elements].map(([element, one]) => [element, exactStarts(one)]);
}

function stateEquation({ module, name, formula, unit, extent, starts }: Equation): Statement {
  const more = [unit, extent, exactStarts(starts)];
  return stated('equation', `${module}.${name}`, showFormula(formula), more, formula);
}

function stateUnknown(unknown: Unknown): Statement {
  const { module, name, residual, guess, unit, extent, starts, tolerance, iterations } = unknown;
  const from = guess.kind === 'quantity' ? guess.text : showFormula(guess.formula);
  const text = `solves 0 = ${showFormula(residual)}, from ${from}`;
  const more = [unit, extent, exactStarts(starts), tolerance, iterations];
  return stated('equation', `${module}.${name}`, text, more, residual);
}

function formulaAt({ formula, extent }: { formula: FormulaText; extent: Extent }): string {
  return showFormulaAt(formula, extent);
}

function stateCondition(condition: Condition): Statement {
  const { name, kind } = condition;
  if (kind === 'when') {
    return stated('condition', name, showFormula(condition.when), kind, condition.when);
  }
  const [setting] = [...condition.levers.values()].flatMap((elements) => [...elements.values()]);
  return stated('condition', name, condition.text, kind, setting!.value);
}

function stateValidation(one: Validation): Statement {
  const { low, high } = one.published;
  const ends = [...new Set([low, high])].map((end) => fromBase(end, one.unit));
  const text = `${showFormula(one.formula)}; ${one.compare} in ${one.scenario}, published ${ends.join(' to ')} ${one.unit.text}`;
  return stated('validation', one.name, text, [one.against, one.usedInCalibration], one.formula);
}

/** A thing said in so many words that its text is all of it. */
function plainly(
  kind: StatementKind,
  name: string,
  text: string,
  { file, line }: Pick<Statement, 'file' | 'line'>,
): Statement {
  return { kind, name, element: '', text, exact: text, file, line };
}

/** A file has no line for what it leaves to the default. */
function inFrame({ lines }: Study, key: string): Pick<Statement, 'file' | 'line'> {
  return { file: 'study.yaml', line: lines.frame.get(key) ?? 1 };
}

function stateBreakEven(study: Study): Statement {
  const { breakEven } = study;
  const place = inFrame(study, 'break_even');
  if (breakEven === null) return plainly('study', 'break_even', 'none', place);
  const { measure, success, failure, scenarios } = breakEven;
  const head = `on ${measure}, ${success} over ${failure}`;
  return {
    ...plainly('study', 'break_even', canonical(breakEven), place),
    ...{ head, members: scenarios },
  };
}

/** States what holds for the whole study. */
function stateFrame(study: Study): readonly Statement[] {
  const { clock, sampling, seed, draws, reference, baseline } = study;
  const frame: Readonly<Record<string, string>> = {
    horizon: `${clock.steps} ${clock.stepName}s from ${showDay(firstDayOf(clock.start))}`,
    sampling,
    seed,
    draws: String(draws),
    reference,
    baseline,
  };
  const plain = Object.entries(frame).map(([name, text]) =>
    plainly('study', name, text, inFrame(study, name)),
  );
  const members = study.scenarios.map(({ name }) => name);
  const scenarios = plainly('study', 'scenarios', members.join(', '), inFrame(study, 'scenarios'));
  return [...plain, { ...scenarios, members }, stateBreakEven(study)];
}

function stateSets({ model, lines }: Study): readonly Statement[] {
  return [...model.sets].map(([name, members]) => {
    const place = { file: 'model/model.yaml', line: lines.sets.get(name) ?? 1 };
    return { ...plainly('set', name, members.join(', '), place), members };
  });
}

function stateQuestions(study: Study): readonly Statement[] {
  const { measures, trajectories, validations, conditions } = study;
  return [
    ...conditions.map(stateCondition),
    ...measures.map((one) => {
      const where = one.applies === null ? [] : [one.applies.text];
      const more = [one.unit, one.better, one.target?.text ?? '', ...where];
      return stated('measure', one.name, formulaAt(one), more, one.formula);
    }),
    ...trajectories.map((one) =>
      stated('trajectory', one.name, formulaAt(one), one.unit, one.formula),
    ),
    ...validations.map(stateValidation),
  ];
}

function stateCorrelations(study: Study): readonly Statement[] {
  const place = inFrame(study, 'correlations');
  return study.correlations.map(({ one, other, rank }) =>
    plainly('correlation', `${one} with ${other}`, String(rank), place),
  );
}

/** Lists everything that a study says and that its numbers may depend on: no titles, reasons or sources. */
export function stateStudy(study: Study): readonly Statement[] {
  const { modules } = study.model;
  return [
    ...stateFrame(study),
    ...stateSets(study),
    ...stateInputs(study),
    ...modules.flatMap(({ equations, unknowns, checks }) => [
      ...equations.map(stateEquation),
      ...unknowns.map(stateUnknown),
      ...checks.map(({ module, name, formula }) =>
        stated('check', `${module}.${name}`, showFormula(formula), '', formula),
      ),
    ]),
    ...stateScenarios(study),
    ...stateQuestions(study),
    ...stateCorrelations(study),
  ];
}
