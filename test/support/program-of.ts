import { expect } from 'vitest';
import { checkStudy } from '../../engine/check.ts';
import type { Program } from '../../engine/model/program.ts';
import { filesOf, type Texts } from './small-study.ts';

/** Checks the texts of a study, in which nothing may be wrong, and gives its program. */
export function programOf(texts: Texts): Program {
  const { ready, problems } = checkStudy(filesOf(texts));
  expect(problems).toEqual([]);
  return ready!.program;
}

/** Finds a variable without elements by its key. */
export function slotOf({ model }: Program, key: string): number {
  return model.variables.findIndex((variable) => variable.key === key);
}
