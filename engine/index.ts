export type {
  AssumptionDescription,
  Bands,
  BreakEven,
  Comparison,
  ConditionDescription,
  CorrelationDescription,
  Driver,
  EquationDescription,
  Figure,
  LeverDescription,
  MeasureDescription,
  Phrase,
  Provenance,
  Regret,
  Results,
  Run,
  ScenarioDescription,
  ShockDescription,
  SourceDescription,
  StudyDescription,
  Summary,
  TrajectoryDescription,
} from './analysis/results.ts';
export { translateStudy, untranslated } from './analysis/translate-study.ts';
export type { Validation, ValidationDescription } from './analysis/validation.ts';
export { numericsVersion } from './arithmetic/numerics-version.ts';
export { type CheckedStudy, type CheckScope, checkStudy } from './check.ts';
export { showPhrase } from './distribution/family.ts';
export { REPLICATES } from './draw/replicate.ts';
export { FUNCTIONS, type FunctionRow } from './formula/functions.ts';
export type { OperationName } from './formula/operation.ts';
export type { Term } from './formula/term.ts';
export { showDocument, showDraws, showKernel, showModel } from './inspect.ts';
export type {
  LiveAggregate,
  LiveInput,
  LiveKind,
  LiveMeasure,
  LiveModel,
  LivePast,
  LivePath,
  LiveRow,
  LiveRun,
  LiveSetting,
  LiveShock,
  LiveSystem,
  SearchRole,
} from './live/live-model.ts';
export { type CaseVerdict, caseVerdicts } from './model-test/case-verdicts.ts';
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
export {
  type ResolvedAssumption,
  type ResolvedLever,
  type ResolvedScenario,
  resolveScenario,
} from './resolve.ts';
export { type RunOptions, runStudy, withSettings } from './run.ts';
export { hintFor } from './source/suggest.ts';
export type { CaseFile } from './study/cases.ts';
export { LANGUAGES, type Language, type Translations } from './study/language.ts';
export type { Study, StudyFiles } from './study/study.ts';
export { type JsonSchema, writeSchemas } from './study/write-schema.ts';
