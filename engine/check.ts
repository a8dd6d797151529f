import { compileStudy, type Program } from './model/program.ts';
import { checkTests } from './model-test/run-tests.ts';
import { hasErrors, type Problem } from './problem.ts';
import type { CaseFile } from './study/cases.ts';
import { readStudy } from './study/read-study.ts';
import type { Study, StudyFiles } from './study/study.ts';

/** A study that was read and compiled, and everything found on the way. */
export interface CheckedStudy {
  readonly files: StudyFiles;
  readonly problems: readonly Problem[];
  /** Null where there are errors. */
  readonly ready: { readonly study: Study; readonly program: Program } | null;
}

/** What is compiled of a study: all of it, or what a run needs; the formulas of model tests are left then. */
export type CheckScope = 'all' | 'run';

/**
 * Reads and compiles a study without running it; finds every problem that the files alone can show. Where cases
 * are given, its tests are those of them, and what is wrong with one case stays with its tests.
 */
export function checkStudy(
  files: StudyFiles,
  cases: CaseFile | null = null,
  scope: CheckScope = 'all',
): CheckedStudy {
  const { draft, problems: found } = readStudy(files, cases);
  const all = cases === null ? files : new Map([...files, [cases.file, cases.bytes] as const]);
  if (draft === null) return { files: all, problems: found, ready: null };
  const { study, isDoubtful } = draft;
  const compiled: Problem[] = [];
  const program = compileStudy(study, compiled);
  const problems = [...found, ...compiled.filter((problem) => !isDoubtful(problem))];
  const isWhole = scope === 'all' && cases === null;
  if (isWhole && !hasErrors(problems)) problems.push(...checkTests(study));
  return { files: all, problems, ready: hasErrors(problems) ? null : { study, program } };
}
