import { join } from 'node:path';
import type { CaseFile, CheckedStudy, CheckScope, Problem } from '../engine/index.ts';
import { findStudy, type StudyPlace } from './find-study.ts';
import { readStudyFolder } from './read-study.ts';
import { showProblems } from './show-problems.ts';
import { hasColour, remark } from './terminal.ts';

/** How a command writes: for people or for machines. */
export type Format = 'text' | 'json';

/** A study read from disk and checked. The engine comes along, since loading it takes a while. */
export interface OpenStudy extends StudyPlace {
  readonly checked: CheckedStudy;
  readonly engine: typeof import('../engine/index.ts');
}

/** A study that has no errors. */
export interface ReadyStudy extends OpenStudy {
  readonly ready: NonNullable<CheckedStudy['ready']>;
}

/** The files of a study are wrong; the edge prints every problem. */
export class StudyProblems extends Error {
  readonly study: OpenStudy;
  readonly problems: readonly Problem[];
  constructor(study: OpenStudy, problems: readonly Problem[]) {
    super(`${study.folder} has problems`);
    this.study = study;
    this.problems = problems;
  }
}

/** Reads a study and finds what is wrong with it; cases from outside may stand in for its tests. */
export async function openStudy(
  argument: string,
  cases: CaseFile | null = null,
  scope: CheckScope = 'all',
): Promise<OpenStudy> {
  const place = findStudy(argument);
  const files = readStudyFolder(place.folder);
  const engine = await import('../engine/index.ts');
  return { ...place, checked: engine.checkStudy(files, cases, scope), engine };
}

/**
 * Takes files from elsewhere for those of a study, to work with it.
 *
 * Errors: StudyProblems where the files are wrong.
 */
export async function openFiles(
  place: StudyPlace,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadyStudy> {
  const engine = await import('../engine/index.ts');
  const study: OpenStudy = { ...place, checked: engine.checkStudy(files, null, 'run'), engine };
  const { ready, problems } = study.checked;
  if (ready === null) throw new StudyProblems(study, problems);
  return { ...study, ready };
}

/**
 * Opens a study to work with it; warnings go to stderr. The formulas of its model tests are left to those who
 * check or test it.
 *
 * Errors: StudyProblems where the files are wrong.
 */
export async function openReadyStudy(
  argument: string,
  format: Format,
  cases: CaseFile | null = null,
): Promise<ReadyStudy> {
  const study = await openStudy(argument, cases, 'run');
  const { ready, problems } = study.checked;
  if (ready === null) throw new StudyProblems(study, problems);
  if (problems.length > 0 && format === 'text') remark(framesOf(study, problems, process.stderr));
  return { ...study, ready };
}

/** Draws problems with the lines that they stand in. */
export function framesOf(
  { folder, checked }: OpenStudy,
  problems: readonly Problem[],
  stream: NodeJS.WriteStream,
): string {
  return showProblems(problems, checked.files, { colour: hasColour(stream), folder });
}

/** Lists the paths of a study's files, which no output may overwrite. */
export function inputPaths({ folder, checked }: OpenStudy): readonly string[] {
  return [...checked.files.keys()].map((path) => join(folder, path));
}
