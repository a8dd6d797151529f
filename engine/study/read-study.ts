import { hasErrors, type Problem, ProblemError } from '../problem.ts';
import type { Day } from '../quantity/calendar.ts';
import type { SourceNode } from '../source/document.ts';
import type { CaseFile } from './cases.ts';
import { type Doubt, doubtFrom } from './doubt.ts';
import { textOf, textsOf } from './located.ts';
import { readConditions } from './read-conditions.ts';
import { readCorrelations } from './read-correlations.ts';
import { readAsOf, readClock, readMeasures, readTrajectories } from './read-frame.ts';
import { readLabels } from './read-labels.ts';
import { type ModelFiles, openRemodels, readModel } from './read-model.ts';
import {
  checkDraws,
  chosenScenarios,
  readBreakEven,
  readHeadline,
  validationScenarios,
} from './read-references.ts';
import { entryOf, type Reading } from './read-scalar.ts';
import { type LayeredScenario, readScenarios, whensIn } from './read-scenario.ts';
import type { SettingsContext } from './read-settings.ts';
import { readSources } from './read-sources.ts';
import { openTables } from './read-table-values.ts';
import { readTests } from './read-tests.ts';
import { checkEntries, readTexts, type StudyTexts } from './read-texts.ts';
import { readValidations } from './read-validation.ts';
import type { Source, Study, StudyFiles } from './study.ts';
import {
  type Frame,
  linesIn,
  type Roots,
  readFrame,
  readRoots,
  scenarioRoots,
} from './study-roots.ts';
import { translationsOf } from './take-texts.ts';
import { warnOfUnused } from './unused-scenarios.ts';

/** A study and what is worth knowing about it; null where there are errors. */
export interface StudyReading {
  readonly study: Study | null;
  /** What could be read in spite of errors, for further checks; null where they leave all of the model in doubt. */
  readonly draft: { readonly study: Study; readonly isDoubtful: Doubt } | null;
  readonly problems: readonly Problem[];
}

/** Reads sources.yaml; null where it is there and says nothing that can be trusted. */
function sourcesIn(
  files: StudyFiles,
  roots: Roots,
  reading: Reading,
  asOf: Day,
): readonly Source[] | null {
  const root = roots.get('sources.yaml');
  if (root === undefined) return files.has('sources.yaml') ? null : [];
  const sources = readSources(reading, root, asOf);
  return root.kind === 'map' ? sources : null;
}

/** What the files besides study.yaml say, read against its clock. */
interface Body {
  readonly asOfDay: Day;
  /** Null where they cannot be read. */
  readonly sources: readonly Source[] | null;
  readonly context: SettingsContext;
  readonly scenarios: ReadonlyMap<string, LayeredScenario>;
  readonly modelFiles: ModelFiles;
}

function readBody(root: SourceNode, roots: Roots, files: StudyFiles, problems: Problem[]): Body {
  const reading: Reading = { problems, clock: readClock(problems, entryOf(root, 'horizon')!) };
  const asOfDay = readAsOf(problems, entryOf(root, 'as_of')!);
  const sources = sourcesIn(files, roots, reading, asOfDay);
  const ids = sources === null ? null : new Set(sources.map(({ id }) => id));
  const modelFiles = { roots, files, tables: openTables(files, 'model'), sources: ids };
  const context = readModel(modelFiles, reading);
  const scenarios = readScenarios(context, scenarioRoots(files, roots));
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
    sources: sources === null ? null : sources.map(({ id }) => id),
    reference: study.reference,
  };
  const validations = readValidations(form, root);
  return {
    validations,
    validationScenarios: validationScenarios(validations, study.scenarios, scenarios),
  };
}

function isOfModel({ severity, position: { file } }: Problem): boolean {
  return severity === 'error' && file.startsWith('model/');
}

function readOpening(root: SourceNode) {
  return {
    title: textOf(root, 'title'),
    question: textOf(root, 'question'),
    about: textOf(root, 'about'),
    limits: textsOf(root, 'limits').map(({ value }) => String(value).trim()),
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
    measures: readMeasures(context, root),
    conditions: readConditions(context, root),
  };
  checkDraws(root, model, parts.scenarios, problems);
  return {
    lines: linesIn(root, modelFiles.roots),
    ...readOpening(root),
    language: texts.language,
    translations: translationsOf(texts),
    asOf: textOf(root, 'as_of'),
    asOfDay: body.asOfDay,
    clock,
    draws: Number(textOf(root, 'draws')),
    seed: textOf(root, 'seed'),
    sampling: textOf(root, 'sampling') as Study['sampling'],
    model,
    labels: readLabels(reading, modelFiles.roots.get('model/model.yaml'), model.sets),
    ...parts,
    // Of what is wrong in the model nothing can be said here: it may only look certain.
    correlations: problems.some(isOfModel) ? [] : readCorrelations(context, root, parts.scenarios),
    trajectories: readTrajectories(reading, root, model.sets),
    headline: readHeadline(root, parts.measures, problems),
    breakEven: readBreakEven(root, parts, problems),
    ...readValidation(root, body, parts),
    sources: body.sources ?? [],
    ...readTests({
      ...modelFiles,
      settings: context,
      scenarios,
      remodel: openRemodels(modelFiles, context),
      outside,
    }),
  };
}

function placeOf({ position: { file, line } }: Problem): string {
  return `${file}:${line}`;
}

/** Drops repeats, and what is said of a line whose very text was refused before. */
function withoutEchoes(
  unread: readonly Problem[],
  problems: readonly Problem[],
): readonly Problem[] {
  const lines = new Set(unread.map(placeOf));
  const told = problems.filter((one) => unread.includes(one) || !lines.has(placeOf(one)));
  return [...new Map(told.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** What formulas can be checked in spite of, and which of their problems may only follow from mistakes told already. */
function doubtOf(frame: Frame, { context, modelFiles }: Body, problems: readonly Problem[]) {
  const mistakes = problems.filter((problem) => !frame.problems.includes(problem));
  return doubtFrom(mistakes, modelFiles.roots, context.broken, frame.hasClock);
}

/**
 * Reads the files of a study: shapes, names, units, dates, `extends`, terms, sources. Formulas stay text. Where
 * cases from outside are given, the tests are those of them.
 *
 * Errors: all of them are in `problems`, with `study` null.
 */
export function readStudy(files: StudyFiles, outside: CaseFile | null = null): StudyReading {
  const problems: Problem[] = [];
  const read = readRoots(files, problems);
  const unread = [...problems];
  try {
    const texts = readTexts(read, problems);
    const frame = readFrame(files, texts.roots, problems);
    const body = readBody(frame.root, texts.roots, files, problems);
    const study = readRest(frame.root, body, texts, outside);
    checkEntries(texts, study.model);
    if (outside === null) warnOfUnused(study, body.scenarios, problems);
    const isDoubtful = doubtOf(frame, body, problems);
    return {
      study: hasErrors(problems) ? null : study,
      draft: isDoubtful && { study, isDoubtful },
      problems: withoutEchoes(unread, problems),
    };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return { study: null, draft: null, problems: withoutEchoes(unread, thrown.problems) };
  }
}
