import { type Chart, fixedLabel } from '../charts/chart.ts';
import { axis } from '../charts/looks.ts';
import { RANGE_ROLES, type RangeRole, rangeChart, type Sides } from '../charts/range-chart.ts';
import { formula } from '../formula.ts';
import {
  choose,
  either,
  equal,
  type Live,
  least,
  minus,
  most,
  ONE,
  plus,
  times,
  ZERO,
} from '../live-number.ts';
import { type SaidValue, sayLive } from '../said-formula.ts';
import { number } from '../sheet.ts';
import type { Desk } from './desk.ts';
import type { Here, LedgerColumn } from './ledger.ts';
import type { ScenarioLevels } from './levels.ts';
import { numberOfPick } from './picks.ts';
import { gapOf, SIDES, type Side, sideOf } from './sides.ts';
import { placeLabel } from './title.ts';

type Half = 'lower' | 'upper';
type Edge = 'start' | 'before' | 'after' | 'end';
type Key = 'number' | Edge | `${'gap' | 'mark' | Half} ${Side}` | `${Half} ${Side} ${RangeRole}`;

/** Half the breadth of the mark of a median, as a share of the whole chart. */
const MARK = 0.004;

/** Draws the range of every scenario on the chosen measure, as bars that are parted by their median. */
export function placeRanges(desk: Desk, levels: ScenarioLevels, title: SaidValue): Chart {
  const { scene, ledger, words } = desk;
  const { say } = scene.report;
  ledger.heading(say('Bars of all scenarios'));
  const zero = ledger.number(
    say('Median of the baseline'),
    scene.cell(numberOfPick(levels.median, desk.picks.baseline)),
  );
  const columns = columnsOf(desk, levels, { zero, mark: placeMark(desk, levels, zero) });
  const bars = ledger.table(columns, scene.scenarios.length);
  const sides = (key: (side: Side) => Key): Sides => ({
    above: bars[key('above')].numbers('general'),
    below: bars[key('below')].numbers('general'),
  });
  const half = (of: Half) =>
    Object.fromEntries(
      RANGE_ROLES.map((role) => [role, sides((side) => `${of} ${side} ${role}`)]),
    ) as unknown as Record<RangeRole, Sides>;
  return rangeChart({
    ...{ name: say('All scenarios'), categories: levels.label.words() },
    title: placeLabel(desk, say('Title'), title),
    about: say('Median and 5% to 95% range of every scenario on the chosen measure'),
    values: axis(
      placeLabel(
        desk,
        say('Axis'),
        sayLive(say, '{measure}, {changeUnit} from the median of the baseline', words),
      ),
    ),
    gap: sides((side) => `gap ${side}`),
    mark: sides((side) => `mark ${side}`),
    ...{ lower: half('lower'), upper: half('upper') },
    names: {
      ...{ chosen: fixedLabel(say('Chosen scenario')), baseline: fixedLabel(say('Baseline')) },
      ...{ reference: fixedLabel(say('Reference')), other: fixedLabel(say('Other scenarios')) },
      median: fixedLabel(say('Median')),
    },
  });
}

/** Places half the breadth of the marks: a share of what the chart shows. */
function placeMark(
  { ledger, scene }: Desk,
  { low, high, number: all }: ScenarioLevels,
  zero: Live,
): Live {
  const { say } = scene.report;
  const share = ledger.number(
    say('Half the mark of a median, as a share'),
    number(MARK, 'plain-3'),
  );
  const values = all.cells.flatMap((_, s) => [low.at(s), high.at(s)]).map(({ value }) => value);
  const span = ledger.number(
    say('From the lowest to the highest'),
    scene.cell({
      formula: formula`MAX(${high.area},${zero.formula})-MIN(${low.area},${zero.formula})`,
      value: Math.max(zero.value, ...values) - Math.min(zero.value, ...values),
    }),
  );
  const half = times(share, choose(equal(span, ZERO), ONE, span));
  return ledger.number(say('Half the mark of a median'), scene.cell(half));
}

/** Bars stand as far from nothing as they are from the median of the baseline, so that any measure fills the chart. */
function columnsOf(
  desk: Desk,
  levels: ScenarioLevels,
  { zero, mark }: { readonly zero: Live; readonly mark: Live },
): LedgerColumn<Key>[] {
  const { scene } = desk;
  const { say } = scene.report;
  const live = (key: Key, header: string, of: (s: number, here: Here<Key>) => Live) => ({
    ...{ key, header },
    cell: (s: number, here: Here<Key>) => scene.cell(of(s, here)),
  });
  const { parts, sides } = partNames(desk);
  const segment = (part: 'lower' | 'mark' | 'upper', from: Edge, to: Edge) =>
    SIDES.map((side) =>
      live(`${part} ${side}`, `${parts[part]}, ${sides[side]}`, (_, here) =>
        sideOf(side, here(from), here(to)),
      ),
    );
  const { low, median, high } = levels;
  return [
    { key: 'number', header: say('Number'), cell: (s) => number(s + 1, 'plain-0', 'numberQuiet') },
    live('before', say('Before the median'), (s) => minus(minus(median.beside(s), zero), mark)),
    live('after', say('After the median'), (s) => plus(minus(median.beside(s), zero), mark)),
    live('start', say('Start'), (s, here) =>
      least(scene.isUncertain ? minus(low.beside(s), zero) : ZERO, here('before')),
    ),
    live('end', say('End'), (s, here) =>
      most(scene.isUncertain ? minus(high.beside(s), zero) : ZERO, here('after')),
    ),
    ...SIDES.map((side) =>
      live(`gap ${side}`, `${parts.gap}, ${sides[side]}`, (_, here) =>
        gapOf(side, here('start'), here('end')),
      ),
    ),
    ...segment('mark', 'before', 'after'),
    ...segment('lower', 'start', 'before'),
    ...segment('upper', 'after', 'end'),
    ...roleColumns(desk),
  ];
}

function partNames({ scene: { report } }: Desk) {
  const { say } = report;
  return {
    parts: {
      ...{ gap: say('Up to the bar'), lower: say('Below the median') },
      ...{ mark: say('The median'), upper: say('Above the median') },
    },
    sides: { above: say('beyond 0'), below: say('short of 0') },
    roles: {
      ...{ chosen: say('chosen'), baseline: say('baseline') },
      ...{ reference: say('reference'), other: say('others') },
    },
  };
}

function roleColumns(desk: Desk): LedgerColumn<Key>[] {
  const { scene, picks } = desk;
  const { parts, sides, roles } = partNames(desk);
  const halves: readonly Half[] = ['lower', 'upper'];
  return halves.flatMap((half) =>
    SIDES.flatMap((side) =>
      RANGE_ROLES.map(
        (role): LedgerColumn<Key> => ({
          key: `${half} ${side} ${role}`,
          header: `${parts[half]}, ${sides[side]}, ${roles[role]}`,
          cell: (_, here) => {
            const isOne = (pick: Live) => equal(here('number'), pick);
            const bar = here(`${half} ${side}`);
            const { scenario, baseline, reference } = picks;
            const none = either(isOne(scenario), isOne(baseline), isOne(reference));
            const otherwise = choose(either(isOne(scenario), isOne(baseline)), ZERO, bar);
            const rules: Readonly<Record<RangeRole, Live>> = {
              chosen: choose(isOne(scenario), bar, ZERO),
              baseline: choose(isOne(scenario), ZERO, choose(isOne(baseline), bar, ZERO)),
              reference: choose(isOne(reference), otherwise, ZERO),
              other: choose(none, ZERO, bar),
            };
            return scene.cell(rules[role]);
          },
        }),
      ),
    ),
  );
}
