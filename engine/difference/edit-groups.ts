import { compileStudy } from '../model/program.ts';
import { hasErrors, type Problem } from '../problem.ts';
import type { Extent } from '../study/model-text.ts';
import type { Study } from '../study/study.ts';
import type { Edit } from './edits.ts';
import { mixStudies, type Takes } from './mix-studies.ts';
import type { StatementKind } from './statement.ts';

/** Edits that are taken over together. */
export interface EditGroup {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** Whether the model must be compiled anew for it; else only what is fed to the model differs. */
  readonly isModel: boolean;
}

/** Which edits change an outcome of a scenario as drawn, and which of those cannot be taken over one by one. */
export interface SortedEdits {
  readonly groups: readonly EditGroup[];
  /** Edits of the horizon or of sets: everything hangs on them, so they are in the remainder. */
  readonly frame: readonly Edit[];
}

/** What no outcome as drawn depends on; the number of draws is the same for both sides of a comparison. */
const IDLE: readonly StatementKind[] = ['condition', 'trajectory', 'validation'];

const USED: readonly string[] = ['seed', 'sampling', 'horizon'];

function isIdle({ kind, name }: Edit): boolean {
  return IDLE.includes(kind) || (kind === 'study' && !USED.includes(name));
}

function isFrame({ kind, name }: Edit): boolean {
  return kind === 'set' || (kind === 'study' && name === 'horizon');
}

function extentsIn({ model }: Study): ReadonlyMap<string, Extent> {
  const all = model.modules.flatMap(({ levers, assumptions }) => [...levers, ...assumptions]);
  return new Map(all.map(({ module, name, extent }) => [`${module}.${name}`, extent]));
}

/** Another value of a lever or an assumption is fed to the same model. */
function isFed({ kind, name }: Edit, before: Study, after: Study): boolean {
  if (kind === 'scenario') return true;
  if (kind !== 'lever' && kind !== 'assumption') return false;
  const [old, fresh] = [extentsIn(before).get(name), extentsIn(after).get(name)];
  return JSON.stringify(old?.elements) === JSON.stringify(fresh?.elements);
}

/** Makes the test of whether an edit belongs to some groups. */
export function takesFrom(groups: readonly EditGroup[]): Takes {
  const ids = new Set(
    groups.flatMap(({ edits }) => edits.map(({ kind, name }) => JSON.stringify([kind, name]))),
  );
  return (kind, name) => ids.has(JSON.stringify([kind, name]));
}

function compiles(before: Study, after: Study, groups: readonly EditGroup[]): boolean {
  const problems: Problem[] = [];
  try {
    compileStudy(mixStudies(before, after, takesFrom(groups)), problems);
  } catch {
    // A mixture that makes no sense may fail in ways that no author's study can.
    return false;
  }
  return !hasErrors(problems);
}

function together(groups: readonly EditGroup[]): readonly EditGroup[] {
  if (groups.length < 2) return groups;
  const edits = groups.flatMap((group) => group.edits);
  const name = `${groups.map((group) => group.name).join(', ')} (need each other)`;
  return [{ name, edits, isModel: true }];
}

/** An equation that reads a new assumption cannot come without it; such edits are taken over together. */
function joinDependent(before: Study, after: Study, groups: readonly EditGroup[]) {
  const stands = (group: EditGroup) =>
    compiles(before, after, [group]) &&
    compiles(
      before,
      after,
      groups.filter((other) => other !== group),
    );
  const alone = groups.filter(stands);
  return [...alone, ...together(groups.filter((group) => !alone.includes(group)))];
}

/** Sorts edits into groups that can be taken over one by one, in any selection. */
export function sortEdits(before: Study, after: Study, edits: readonly Edit[]): SortedEdits {
  const live = edits.filter((edit) => !isIdle(edit));
  const frame = live.filter(isFrame);
  const single = live
    .filter((edit) => !isFrame(edit))
    .map((edit): EditGroup => {
      const name = `${edit.kind === 'scenario' ? '' : `${edit.kind} `}${edit.name}`;
      return { name, edits: [edit], isModel: !isFed(edit, before, after) };
    });
  const model = single.filter(({ isModel }) => isModel);
  const joined = frame.length > 0 ? model : joinDependent(before, after, model);
  return { groups: [...single.filter(({ isModel }) => !isModel), ...joined], frame };
}
