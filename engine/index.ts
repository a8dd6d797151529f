export { type Placed, type Silence, silenceOf } from './analysis/applies.ts';
export type { Attribution, Contribution } from './analysis/attribute.ts';
export type { PieceStore, PieceTally } from './analysis/keep-pieces.ts';
export type {
  Bands,
  BreakEven,
  Comparison,
  Driver,
  Figure,
  Held,
  PlainResults,
  Provenance,
  Regret,
  Results,
  Run,
  Summary,
} from './analysis/results.ts';
export { roundTogether } from './analysis/round-together.ts';
export type {
  AssumptionDescription,
  CheckDescription,
  ConditionDescription,
  CorrelationDescription,
  EquationDescription,
  LeverDescription,
  MeasureDescription,
  ScenarioDescription,
  ShockDescription,
  SourceDescription,
  StudyDescription,
  TrajectoryDescription,
} from './analysis/study-description.ts';
export { translateStudy, untranslated } from './analysis/translate-study.ts';
export type { Validation, ValidationDescription } from './analysis/validation.ts';
export { numericsVersion } from './arithmetic/numerics-version.ts';
export { type CheckedStudy, type CheckScope, checkStudy } from './check.ts';
export {
  compareSayings,
  compareStudies,
  type Headline,
  MOST_GROUPS,
  type StudyComparison,
} from './difference/compare-studies.ts';
export type { EditGroup } from './difference/edit-groups.ts';
export type { Edit, EditChange } from './difference/edits.ts';
export {
  explainLevers,
  type GroupOf,
  type LeverExplanation,
  type LeverGroup,
} from './difference/explain-levers.ts';
export type { LoneOutcome, LoneScenario } from './difference/lone-scenarios.ts';
export { stateStudy } from './difference/state-study.ts';
export { type Phrase, showPhrase } from './distribution/family.ts';
export { REPLICATES } from './draw/replicate.ts';
export { type ExplainRequest, explain } from './explain/explain.ts';
export type { Explanation, Node as ExplainedNode } from './explain/explanation.ts';
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
export { compareLock } from './lock/compare-lock.ts';
export type { SaidChange } from './lock/compare-said.ts';
export { EXACT, FIGURES, type FigureName, type Lock, type Tolerance } from './lock/lock.ts';
export { type LockState, lockState } from './lock/lock-state.ts';
export { makeLock } from './lock/make-lock.ts';
export { readLock } from './lock/read-lock.ts';
export { gatherSaid } from './lock/said.ts';
export { mergeTolerances, type WideTolerance, wideTolerances } from './lock/tolerance.ts';
export type {
  DigestVerdict,
  FigureVerdict,
  InputChange,
  Verdict,
  Verification,
} from './lock/verification.ts';
export { writeLock } from './lock/write-lock.ts';
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
export { type RunOptions, runPlainly, runStudy, withSettings } from './run.ts';
export { listRuns } from './simulation/run-list.ts';
export { hintFor } from './source/suggest.ts';
export { PROBABILITIES, quantile } from './statistics/quantile.ts';
export { CLEAR_ERRORS, isToldApart } from './statistics/told-apart.ts';
export type { CaseFile } from './study/cases.ts';
export { LANGUAGES, type Language, type Translations } from './study/language.ts';
export type { Study, StudyFiles } from './study/study.ts';
export { type JsonSchema, writeSchemas } from './study/write-schema.ts';
