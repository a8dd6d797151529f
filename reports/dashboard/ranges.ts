import { type Chart, fixedLabel } from '../charts/chart.ts';
import { axis } from '../charts/looks.ts';
import { RANGE_ROLES, type RangeRole, rangeChart, type Sides } from '../charts/range-chart.ts';
import { type SaidValue, sayLive } from '../said-formula.ts';
import type { Desk } from './desk.ts';
import type { ScenarioLevels } from './levels.ts';
import { numberOfPick } from './picks.ts';
import { type Half, placeMark, type RangeKey, rangeColumns } from './range-columns.ts';
import type { Side } from './sides.ts';
import { placeLabel } from './title.ts';

/** Draws the range of every scenario on the chosen measure, as bars that are parted by their median. */
export function placeRanges(desk: Desk, levels: ScenarioLevels, title: SaidValue): Chart {
  const { scene, ledger, words } = desk;
  const { say } = scene.report;
  ledger.heading(say('Bars of all scenarios'));
  const zero = ledger.number(
    say('Median of the baseline'),
    scene.cell(numberOfPick(levels.median, desk.picks.baseline)),
  );
  const columns = rangeColumns(desk, levels, { zero, mark: placeMark(desk, levels, zero) });
  const bars = ledger.table(columns, scene.scenarios.length);
  const sides = (key: (side: Side) => RangeKey): Sides => ({
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
