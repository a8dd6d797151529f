import { number } from '../formula/term.ts';
import { labelOf, type ScalarCheck, type ScalarEquation } from '../model/model.ts';
import type { Program } from '../model/program.ts';
import { Draft } from './draft.ts';
import { Round } from './draft-round.ts';
import { dropWatches } from './drop-watches.ts';
import { type Layout, listOf, memoPlace, startsPlace } from './layout.ts';
import type { Routine, Routines } from './routine.ts';
import { VARIES } from './varies.ts';

/** Makes what is looked back at or taken along start where it was before the first step, and forgets what was remembered. */
function draftReset(program: Program, layout: Layout): Routine {
  const draft = new Draft(layout);
  for (const { slot, starts } of program.model.equations) {
    if (starts?.kind !== 'term' || !layout.columns.has(startsPlace(slot))) continue;
    draft.add({
      kind: 'store',
      column: draft.column(startsPlace(slot)),
      value: draft.compute(starts.term),
      label: `${labelOf(program.model.variables[slot]!)}, before the first step`,
    });
  }
  for (const [owner, [first]] of layout.memory) {
    const column = draft.column(memoPlace(owner, first!));
    draft.add({ kind: 'store', column, value: number(Number.NaN), label: null });
  }
  for (const { column, first, label } of layout.aggregated.running) {
    draft.add({ kind: 'store', column, value: number(first), label });
  }
  return draft.end('reset');
}

function draftRunning(layout: Layout): Routine {
  const draft = new Draft(layout);
  for (const one of layout.aggregated.running) draft.grow(one);
  return draft.end('running');
}

function doesSomething({ statements }: Routine): boolean {
  return statements.length > 0;
}

function draftChecks(layout: Layout, checks: readonly ScalarCheck[], owner?: number): Routine {
  const draft = new Draft(layout);
  for (const { key, element, term } of checks) {
    draft.add({
      kind: 'require',
      label: labelOf({ key, element }),
      condition: draft.compute(term),
    });
  }
  return draft.end(`checks${owner ?? ''}`, listOf(layout, owner));
}

function draftAnswers(program: Program, layout: Layout): Routine {
  const draft = new Draft(layout);
  for (const [index, term] of program.answers.entries()) {
    draft.add({ kind: 'answer', index, value: draft.compute(term) });
  }
  return draft.end('answers');
}

/** Makes a program routines. What they compute has the bits of the program's terms, whatever code is made of them. */
export function makeRoutines(program: Program, layout: Layout): Routines {
  const gathered = [...layout.checks].filter(([, checks]) => checks.length > 0);
  const apart = new Set(gathered.flatMap(([, checks]) => checks));
  const others = program.model.checks.filter((check) => !apart.has(check));
  const start = new Round(program, layout, 'start', VARIES.draw);
  const step = new Round(program, layout, 'step', VARIES.both);
  return {
    starts: dropWatches([...start.routines(), draftReset(program, layout)].filter(doesSomething)),
    steps: dropWatches(
      [
        ...step.routines(),
        ...gathered.map(([owner, checks]) => draftChecks(layout, checks, owner)),
        draftChecks(layout, others),
        draftRunning(layout),
      ].filter(doesSomething),
    ),
    answers: draftAnswers(program, layout),
  };
}

/** Lists the equations that vary with the draw and are looked back at, in order. */
export function lookedBackAt(program: Program, layout: Layout): readonly ScalarEquation[] {
  return program.model.equations.filter(({ slot }) => layout.columns.has(startsPlace(slot)));
}
