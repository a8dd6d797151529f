import { BRIDGE_ROLES, type BridgeRole, bridgeChart } from '../charts/bridge-chart.ts';
import { type Chart, fixedLabel } from '../charts/chart.ts';
import { axis } from '../charts/looks.ts';
import type { Sides } from '../charts/range-chart.ts';
import { areaOf, formula } from '../formula.ts';
import { above, choose, equal, type Live, least, minus, most, ONE, ZERO } from '../live-number.ts';
import { sayLive } from '../said-formula.ts';
import { number } from '../sheet.ts';
import { type Bridge, bridgeParts } from './bridge-parts.ts';
import type { Desk } from './desk.ts';
import type { Here, LedgerColumn, PlacedColumn } from './ledger.ts';
import { gapOf, SIDES, type Side, sideOf } from './sides.ts';
import { orSilent, silentOnChange } from './silence.ts';
import { placeLabel } from './title.ts';

type Key =
  | ('isTotal' | 'size' | 'to' | 'from' | 'start' | 'end' | 'label')
  | `${'gap' | BridgeRole} ${Side}`;

/** Places the parts of the mean change and draws how they add up; null where there is nothing to part. */
export function placeBridge(desk: Desk): Chart | null {
  const { scene, ledger, print } = desk;
  const { say } = scene.report;
  ledger.heading(say('Parts of the mean change'));
  const bridge = bridgeParts(desk);
  if (bridge === null) return null;
  const { parts } = bridge;
  const sizes = ledger.table<'label' | 'size'>(
    [
      {
        key: 'label',
        header: say('Part of the change'),
        cell: (k) => scene.textCell(parts[k]!.label),
      },
      { key: 'size', header: say('Mean change'), cell: (k) => scene.cell(parts[k]!.size) },
    ],
    parts.length,
  );
  const table = ledger.table(columnsOf(desk, bridge, sizes), parts.length + 1);
  const sides = (part: 'gap' | BridgeRole): Sides => ({
    above: table[`${part} above`].numbers('general'),
    below: table[`${part} below`].numbers('general'),
  });
  const bars = Object.fromEntries(BRIDGE_ROLES.map((role) => [role, sides(role)]));
  const change = print.change(table.size.at(parts.length));
  return bridgeChart({
    ...{ name: say('Parts of the mean change'), categories: table.label.words() },
    title: placeLabel(
      desk,
      say('Title'),
      orSilent(desk, silentOnChange(desk), bridge.title(change)),
    ),
    about: bridge.about,
    values: axis(placeLabel(desk, say('Axis'), bridge.axis)),
    gap: sides('gap'),
    bars: bars as unknown as Record<BridgeRole, Sides>,
    names: {
      ...{ rise: fixedLabel(say('Raises it')), fall: fixedLabel(say('Lowers it')) },
      total: fixedLabel(say('All together')),
    },
  });
}

function columnsOf(
  { scene, print }: Desk,
  { parts, total }: Bridge,
  sizes: { readonly label: PlacedColumn; readonly size: PlacedColumn },
): LedgerColumn<Key>[] {
  const { say } = scene.report;
  const isTotal = (k: number) => k === parts.length;
  const live = (key: Key, header: string, of: (k: number, here: Here<Key>) => Live) => ({
    ...{ key, header },
    cell: (k: number, here: Here<Key>) => scene.cell(of(k, here)),
  });
  const label = (k: number, here: Here<Key>) =>
    scene.textCell(
      sayLive(say, '{part}: {change}', {
        part: isTotal(k) ? total : sizes.label.textBeside(k),
        change: print.changeOnAxis(here('size')),
      }),
    );
  const words = partWords(say);
  return [
    {
      ...{ key: 'isTotal', header: say('1 for all together') },
      cell: (k) => number(isTotal(k) ? 1 : 0, 'plain-0', 'numberQuiet'),
    },
    live('to', say('To'), (k) => sumTo(sizes.size, Math.min(k, parts.length - 1))),
    live('size', say('Change'), (k, here) => (isTotal(k) ? here('to') : sizes.size.beside(k))),
    live('from', say('From'), (_, here) => minus(here('to'), here('size'))),
    live('start', say('Start'), (_, here) => least(here('from'), here('to'))),
    live('end', say('End'), (_, here) => most(here('from'), here('to'))),
    ...SIDES.flatMap((side) => [
      live(`gap ${side}`, words.gap[side], (_, here) => gapOf(side, here('start'), here('end'))),
      ...BRIDGE_ROLES.map((role) =>
        live(`${role} ${side}`, words[role][side], (_, here) => roleOf(role, side, here)),
      ),
    ]),
    { key: 'label', header: say('Label'), cell: label },
  ];
}

function partWords(say: Desk['scene']['report']['say']) {
  const sides = (part: string) => ({
    above: `${part}, ${say('beyond 0')}`,
    below: `${part}, ${say('short of 0')}`,
  });
  return {
    ...{ gap: sides(say('Up to the bar')), total: sides(say('All together')) },
    ...{ rise: sides(say('Raises it')), fall: sides(say('Lowers it')) },
  };
}

/** Adds up the parts as far as one of them. */
function sumTo(column: PlacedColumn, last: number): Live {
  const { sheet, top, left } = column.area;
  const values = column.cells.slice(0, last + 1).map((_, k) => column.at(k).value);
  return {
    formula: formula`SUM(${areaOf(sheet, [top, left], [top + last, left])})`,
    value: values.reduce((sum, value) => sum + value, 0),
  };
}

/** A bar of a role, or nothing where the row plays another one. */
function roleOf(role: BridgeRole, side: Side, here: Here<Key>): Live {
  const bar = sideOf(side, here('start'), here('end'));
  const isTotal = equal(here('isTotal'), ONE);
  if (role === 'total') return choose(isTotal, bar, ZERO);
  const rises = above(here('size'), ZERO);
  const part = role === 'rise' ? choose(rises, bar, ZERO) : choose(rises, ZERO, bar);
  return choose(isTotal, ZERO, part);
}
