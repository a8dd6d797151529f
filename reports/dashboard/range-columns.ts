import { RANGE_ROLES, type RangeRole } from '../charts/range-chart.ts';
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
import { number } from '../sheet.ts';
import type { Desk } from './desk.ts';
import type { Here, LedgerColumn } from './ledger.ts';
import type { ScenarioLevels } from './levels.ts';
import { gapOf, SIDES, type Side, sideOf } from './sides.ts';
import { silentIn } from './silence.ts';

export type Half = 'lower' | 'upper';
type Edge = 'start' | 'before' | 'after' | 'end';
export type RangeKey =
  | 'number'
  | Edge
  | `${'gap' | 'mark' | Half} ${Side}`
  | `${Half} ${Side} ${RangeRole}`;

/** Half the breadth of the mark of a median, as a share of the whole chart. */
const MARK = 0.004;

/** Places half the breadth of the marks: a share of what the chart shows. */
export function placeMark(
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

/** Describes the bars: they stand as far from nothing as they are from the median of the baseline, so that any measure fills the chart. */
export function rangeColumns(
  desk: Desk,
  levels: ScenarioLevels,
  { zero, mark }: { readonly zero: Live; readonly mark: Live },
): LedgerColumn<RangeKey>[] {
  const { scene } = desk;
  const { say } = scene.report;
  const live = (key: RangeKey, header: string, of: (s: number, here: Here<RangeKey>) => Live) => ({
    ...{ key, header },
    cell: (s: number, here: Here<RangeKey>) => scene.cell(of(s, here)),
  });
  const { parts, sides } = partNames(desk);
  const segment = (part: 'lower' | 'mark' | 'upper', from: Edge, to: Edge) =>
    SIDES.map((side) =>
      live(`${part} ${side}`, `${parts[part]}, ${sides[side]}`, (_, here) =>
        sideOf(side, here(from), here(to)),
      ),
    );
  const { low, median, high } = levels;
  // what does not apply has no bar
  const edge = (key: Edge, header: string, of: (s: number, here: Here<RangeKey>) => Live) =>
    live(key, header, (s, here) => {
      const silence = silentIn(desk, desk.picks.measure, here('number'));
      return silence === null ? of(s, here) : choose(silence, ZERO, of(s, here));
    });
  return [
    { key: 'number', header: say('Number'), cell: (s) => number(s + 1, 'plain-0', 'numberQuiet') },
    edge('before', say('Before the median'), (s) => minus(minus(median.beside(s), zero), mark)),
    edge('after', say('After the median'), (s) => plus(minus(median.beside(s), zero), mark)),
    edge('start', say('Start'), (s, here) =>
      least(scene.isUncertain ? minus(low.beside(s), zero) : ZERO, here('before')),
    ),
    edge('end', say('End'), (s, here) =>
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

function roleColumns(desk: Desk): LedgerColumn<RangeKey>[] {
  const { scene, picks } = desk;
  const { parts, sides, roles } = partNames(desk);
  const halves: readonly Half[] = ['lower', 'upper'];
  return halves.flatMap((half) =>
    SIDES.flatMap((side) =>
      RANGE_ROLES.map(
        (role): LedgerColumn<RangeKey> => ({
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
