import { error, type Position, type Problem, ProblemError } from '../problem.ts';
import type { Day } from '../quantity/calendar.ts';
import { checkShape } from '../source/check-shape.ts';
import type { SourceNode } from '../source/document.ts';
import { readDocument } from '../source/read-document.ts';
import type { CaseFile } from './cases.ts';
import { textOf } from './located.ts';
import { readConditions } from './read-conditions.ts';
import { readCorrelations } from './read-correlations.ts';
import { readAsOf, readClock, readMeasures, readTrajectories } from './read-frame.ts';
import { type ModelFiles, openRemodels, readModel } from './read-model.ts';
import {
  checkDraws,
  chosenScenarios,
  readBreakEven,
  validationScenarios,
} from './read-references.ts';
import { entryOf, type Reading } from './read-scalar.ts';
import { type LayeredScenario, readScenarios, whensIn } from './read-scenario.ts';
import type { SettingsContext } from './read-settings.ts';
import { readSources } from './read-sources.ts';
import { readTests } from './read-tests.ts';
import { checkEntries, readTexts, type StudyTexts } from './read-texts.ts';
import { readValidations } from './read-validation.ts';
import { CLOCK_OF_STUDY, STUDY } from './schema.ts';
import type { Source, Study } from './study.ts';
import { translationsOf } from './take-texts.ts';

/** The files of a study: path below its folder, `/` between names, to bytes. */
export type StudyFiles = ReadonlyMap<string, Uint8Array>;

/** A study and what is worth knowing about it; null where there are errors. */
export interface StudyReading {
  readonly study: Study | null;
  /** What could be read in spite of errors, for further checks; null where they leave the model in doubt. */
  readonly draft: Study | null;
  readonly problems: readonly Problem[];
}

function startOf(file: string): Position {
  return { file, line: 1, column: 1, length: 1 };
}

function readRoots(files: StudyFiles, problems: Problem[]): Map<string, SourceNode> {
  const roots = new Map<string, SourceNode>();
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!file.endsWith('.yaml')) continue;
    const document = readDocument(file, bytes);
    problems.push(...document.problems);
    if (document.root !== null) roots.set(file, document.root);
  }
  return roots;
}

function frameOf(roots: ReadonlyMap<string, SourceNode>, problems: Problem[]): SourceNode {
  const root = roots.get('study.yaml');
  if (root !== undefined) return root;
  const hint = 'a study is a folder with study.yaml, model/ and a file per scenario';
  if (problems.length === 0) {
    problems.push(error('file-missing', 'there is no study.yaml', startOf('study.yaml'), hint));
  }
  throw new ProblemError(problems);
}

/** Holds study.yaml against its shape, or at least the keys that the other files are read by. */
function frameFits(root: SourceNode, problems: Problem[]): 'whole' | 'enough' | 'no' {
  const shape = checkShape(STUDY, root);
  problems.push(...shape.problems);
  if (shape.value !== null) return 'whole';
  return checkShape(CLOCK_OF_STUDY, root).value === null ? 'no' : 'enough';
}

/** Scenario files stand in the folder itself, one each. */
function scenarioRoots(roots: ReadonlyMap<string, SourceNode>): Map<string, SourceNode> {
  const others = ['study.yaml', 'sources.yaml'];
  return new Map([...roots].filter(([file]) => !file.includes('/') && !others.includes(file)));
}

/** What the files besides study.yaml say, read against its clock. */
interface Body {
  readonly asOfDay: Day;
  readonly sources: readonly Source[];
  readonly context: SettingsContext;
  readonly scenarios: ReadonlyMap<string, LayeredScenario>;
  readonly modelFiles: ModelFiles;
}

function readBody(
  root: SourceNode,
  roots: ReadonlyMap<string, SourceNode>,
  files: StudyFiles,
  problems: Problem[],
): Body {
  const reading: Reading = { problems, clock: readClock(problems, entryOf(root, 'horizon')!) };
  const asOfDay = readAsOf(problems, entryOf(root, 'as_of')!);
  const sourcesRoot = roots.get('sources.yaml');
  const sources = sourcesRoot === undefined ? [] : readSources(reading, sourcesRoot, asOfDay);
  const modelFiles = { roots, files, sources: new Set(sources.map(({ id }) => id)) };
  const context = readModel(modelFiles, reading);
  const scenarios = readScenarios(context, scenarioRoots(roots));
  return { asOfDay, sources, context, scenarios, modelFiles };
}

function readValidation(
  root: SourceNode,
  { context, scenarios, sources }: Body,
  study: Pick<Study, 'reference' | 'scenarios'>,
): Pick<Study, 'validations' | 'validationScenarios'> {
  const form = {
    reading: context.reading,
    scenarios: [...scenarios.keys()],
    sources: sources.map(({ id }) => id),
    reference: study.reference,
  };
  const validations = readValidations(form, root);
  return {
    validations,
    validationScenarios: validationScenarios(validations, study.scenarios, scenarios),
  };
}

function readRest(
  root: SourceNode,
  body: Body,
  texts: StudyTexts,
  outside: CaseFile | null,
): Study {
  const { context, scenarios, modelFiles } = body;
  const { reading, model } = context;
  const { problems, clock } = reading;
  const parts = {
    baseline: textOf(root, 'baseline'),
    reference: textOf(root, 'reference'),
    scenarios: chosenScenarios(root, scenarios, problems),
    whens: [...scenarios.values()].flatMap(({ layers }) => whensIn(layers.at(-1)!.edits)),
    measures: readMeasures(reading, root, model.sets),
    conditions: readConditions(context, root),
  };
  checkDraws(root, model, parts.scenarios, problems);
  return {
    title: textOf(root, 'title'),
    question: textOf(root, 'question'),
    about: textOf(root, 'about'),
    language: texts.language,
    translations: translationsOf(texts),
    asOf: textOf(root, 'as_of'),
    asOfDay: body.asOfDay,
    clock,
    draws: Number(textOf(root, 'draws')),
    seed: textOf(root, 'seed'),
    sampling: textOf(root, 'sampling') as Study['sampling'],
    model,
    ...parts,
    correlations: readCorrelations(context, root, parts.scenarios),
    trajectories: readTrajectories(reading, root, model.sets),
    breakEven: readBreakEven(root, parts, problems),
    ...readValidation(root, body, parts),
    sources: body.sources,
    ...readTests({
      ...modelFiles,
      settings: context,
      scenarios,
      remodel: openRemodels(modelFiles),
      outside,
    }),
  };
}

function readWhole(files: StudyFiles, outside: CaseFile | null, problems: Problem[]): Study {
  const texts = readTexts(readRoots(files, problems), problems);
  const { roots } = texts;
  const root = frameOf(roots, problems);
  const fits = frameFits(root, problems);
  if (fits === 'no') throw new ProblemError(problems);
  const body = readBody(root, roots, files, problems);
  if (fits === 'enough') throw new ProblemError(problems);
  const study = readRest(root, body, texts, outside);
  checkEntries(texts, study.model);
  return study;
}

function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...seen.values()];
}

/** Mistakes in scenarios, sources or tests leave formulas worth checking, so that all are told at once. */
function modelIsSound(problems: readonly Problem[]): boolean {
  return !problems.some(
    ({ severity, position: { file } }) =>
      severity === 'error' && (file === 'study.yaml' || file.startsWith('model/')),
  );
}

/**
 * Reads the files of a study: shapes, names, units, dates, `extends`, terms, sources. Formulas stay text. Where
 * cases from outside are given, the tests are those of them.
 *
 * Errors: all of them are in `problems`, with `study` null.
 */
export function readStudy(files: StudyFiles, outside: CaseFile | null = null): StudyReading {
  const problems: Problem[] = [];
  try {
    const study = readWhole(files, outside, problems);
    const failed = problems.some(({ severity }) => severity === 'error');
    return {
      study: failed ? null : study,
      draft: modelIsSound(problems) ? study : null,
      problems: withoutRepeats(problems),
    };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return { study: null, draft: null, problems: withoutRepeats(thrown.problems) };
  }
}
