import { compileStudy, type Program } from './model/program.ts';
import { checkTests } from './model-test/run-tests.ts';
import { hasErrors, type Problem } from './problem.ts';
import { readStudy, type StudyFiles } from './study/read-study.ts';
import type { Study } from './study/study.ts';

/** A study that was read and compiled, and everything found on the way. */
export interface CheckedStudy {
  readonly files: StudyFiles;
  readonly problems: readonly Problem[];
  /** Null where there are errors. */
  readonly ready: { readonly study: Study; readonly program: Program } | null;
}

/** Reads and compiles a study without running it; finds every problem that the files alone can show. */
export function checkStudy(files: StudyFiles): CheckedStudy {
  const { draft: study, problems: found } = readStudy(files);
  if (study === null) return { files, problems: found, ready: null };
  const problems = [...found];
  const program = compileStudy(study, problems);
  if (!hasErrors(problems)) problems.push(...checkTests(study));
  return { files, problems, ready: hasErrors(problems) ? null : { study, program } };
}
