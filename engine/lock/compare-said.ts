import type { StatementKind } from '../difference/statement.ts';
import type { SaidLines } from './lock.ts';
import { type Said, type SaidPlace, saidLines, saidText } from './said.ts';

/** One thing that is said otherwise than it was; texts are "" where the lock keeps none. */
export interface SaidChange {
  readonly kind: StatementKind;
  readonly name: string;
  readonly change: 'changed' | 'missing' | 'new';
  readonly locked: string;
  readonly now: string;
  /** Where it is said now; empty where it is missing. */
  readonly places: readonly SaidPlace[];
}

/** Finds what is said otherwise than a lock has it, in the order of the kinds. */
export function compareSaid(locked: SaidLines, said: readonly Said[]): readonly SaidChange[] {
  const now = saidLines(said);
  const present = said.flatMap(({ kind, name, line, places }): readonly SaidChange[] => {
    const was = locked.get(kind)?.get(name);
    if (was === line) return [];
    const change = was === undefined ? 'new' : 'changed';
    return [{ kind, name, change, locked: saidText(was ?? ''), now: saidText(line), places }];
  });
  const missing = [...locked].flatMap(([kind, named]) =>
    [...named].flatMap(([name, line]): readonly SaidChange[] => {
      if (now.get(kind)?.has(name)) return [];
      const text = saidText(line);
      return [{ kind, name, change: 'missing', locked: text, now: '', places: [] }];
    }),
  );
  return [...present, ...missing];
}
