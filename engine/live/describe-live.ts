import { TIME_SLOTS } from '../model/model.ts';
import type { Program } from '../model/program.ts';
import { fromBase } from '../quantity/unit.ts';
import type { InputAt } from '../simulation/interpret.ts';
import type { PreparedStudy } from '../simulation/prepare-study.ts';
import {
  type CentralPath,
  type CentralPaths,
  centralPaths,
  shockCentrals,
} from './central-paths.ts';
import { type DraftModel, draftModel } from './draft-model.ts';
import { fillRows } from './fill-rows.ts';
import { collectFed, collectShocks, type Extent, type Fed, finite } from './live-inputs.ts';
import type { LiveMeasure, LiveModel } from './live-model.ts';
import { SearchPlans } from './plan-searches.ts';

/** Draws that a reader can choose. */
const DRAWS = 100;

/** What a sheet holds. */
const MOST_ROWS = 1_000_000;
const MOST_COLUMNS = 16_000;

/** The path that gives the years from the start to the middle of each step. */
function yearsOf({ model }: Program): Float64Array {
  const { steps, stepMonths } = model.clock;
  return Float64Array.from({ length: steps }, (_, step) => ((step + 0.5) * stepMonths) / 12);
}

function draft(ready: PreparedStudy, { searched }: CentralPaths, shown: CentralPath): DraftModel {
  const { study, program, prepared } = ready;
  const plans = new SearchPlans(program.model.clock.steps, searched, shown.trace.readerAt);
  const drawn = new Set(prepared.drawnSlots);
  return draftModel(program, drawn, study.measures, (system, columns) =>
    plans.plan(system, columns),
  );
}

/** Lists the inputs that a run chooses: all but shocks. */
function chosenSlots({ rows, yearsSlot }: DraftModel): readonly number[] {
  const isChosen = (slot: number) => {
    const { rule, kind } = rows.rows[slot]!;
    return rule.kind === 'input' && kind !== 'shock' && slot !== yearsSlot;
  };
  return [...rows.rows.keys()].filter(isChosen);
}

function withYears(fed: Fed, slot: number, values: Float64Array, runs: number): Fed {
  const choice = { kind: 'path', index: fed.paths.length } as const;
  const choices = Array.from({ length: runs }, () => choice);
  return {
    ...fed,
    inputs: [...fed.inputs, { slot, choices }],
    paths: [...fed.paths, { slot, values }],
  };
}

function measuresOf(
  { study }: PreparedStudy,
  { answers }: DraftModel,
  paths: readonly CentralPath[],
): readonly LiveMeasure[] {
  return study.measures.map(({ name, unit }, at) => ({
    name,
    slot: answers[at]!,
    central: paths.map(({ trace }) => fromBase(trace.answers[at]!, unit)),
  }));
}

/** Reads what feeds the rows on one central path. */
function fedBy(
  { inputAt, trace }: CentralPath,
  { rows, yearsSlot }: DraftModel,
  years: Float64Array,
) {
  const at: InputAt = (slot, step) => {
    if (slot === yearsSlot) return years[step]!;
    const { kind } = rows.rows[slot]!;
    return finite(kind === 'equation' ? trace.valueAt(slot, step) : inputAt(slot, step));
  };
  return at;
}

function isWhole({ rows, measures }: LiveModel): boolean {
  const areFinite = (values: Iterable<number>) => [...values].every(Number.isFinite);
  return (
    rows.every(({ values, past }) => areFinite(values) && areFinite(past?.values ?? [])) &&
    measures.every(({ central }) => areFinite(central))
  );
}

function assemble(ready: PreparedStudy, central: CentralPaths, shown: number): LiveModel {
  const { study, program } = ready;
  const { steps, stepMonths } = program.model.clock;
  const drafted = draft(ready, central, central.paths[shown]!);
  const years = yearsOf(program);
  const draws = Math.min(DRAWS, study.draws);
  const extent: Extent = { slots: chosenSlots(drafted), steps, draws };
  const fed = collectFed(ready, central.paths, extent);
  const rows = fillRows(
    drafted,
    { steps, stepMonths },
    fedBy(central.paths[shown]!, drafted, years),
  );
  return {
    ...{ steps, stepMonths, rows, draws, shown },
    history: rows.reduce((most, { past }) => Math.max(most, past?.lag ?? 0), 0),
    runs: central.paths.map(({ item: { scenario, condition } }) => ({ scenario, condition })),
    ...withYears(fed, drafted.yearsSlot, years, central.paths.length),
    shocks: collectShocks(ready, shockCentrals(program, study.model), extent),
    measures: measuresOf(ready, drafted, central.paths),
    systems: drafted.systems,
    checks: drafted.checks,
    allSolved: drafted.allSolved,
    allHold: drafted.allHold,
    stepSlot: TIME_SLOTS.step,
    yearsSlot: drafted.yearsSlot,
  };
}

/**
 * Writes a study as a live model: rows that a spreadsheet computes, and what feeds them in every run.
 *
 * Errors: null where it would not fit a sheet, or where a central path cannot be computed: its values need not lie
 * within what is drawn.
 */
export function describeLive(ready: PreparedStudy): LiveModel | null {
  const { study, program } = ready;
  if (program.model.equations.length > MOST_ROWS / 2) return null;
  const central = centralPaths(ready);
  const shown = central.paths.findIndex(
    ({ item }) => item.scenario === study.baseline && item.condition === null,
  );
  if (central.paths.some(({ trace }) => trace.answers.length === 0)) return null;
  const live = assemble(ready, central, shown);
  const fits = live.rows.length <= MOST_ROWS && live.history + live.steps <= MOST_COLUMNS;
  return fits && isWhole(live) ? live : null;
}
