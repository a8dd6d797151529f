export type {
  AssumptionDescription,
  Bands,
  BreakEven,
  Comparison,
  ConditionDescription,
  Driver,
  EquationDescription,
  Figure,
  LeverDescription,
  MeasureDescription,
  Provenance,
  Results,
  Run,
  ScenarioDescription,
  ShockDescription,
  SourceDescription,
  StudyDescription,
  Summary,
  TrajectoryDescription,
} from './analysis/results.ts';
export { numericsVersion } from './arithmetic/numerics-version.ts';
export { type CheckedStudy, checkStudy } from './check.ts';
export { FUNCTIONS, type FunctionRow } from './formula/functions.ts';
export { runTests, type TestOutcome } from './model-test/run-tests.ts';
export {
  error,
  hasErrors,
  type Position,
  type Problem,
  type ProblemCode,
  ProblemError,
  warning,
} from './problem.ts';
export { type RunOptions, runStudy, withSettings } from './run.ts';
export type { StudyFiles } from './study/read-study.ts';
export type { Study } from './study/study.ts';
