import { type Area, areaOf, formula } from '../formula.ts';
import {
  above,
  choose,
  either,
  equal,
  type Live,
  minus,
  ONE,
  sizeOf,
  times,
  ZERO,
} from '../live-number.ts';
import type { SaidValue } from '../said-formula.ts';
import { number } from '../sheet.ts';
import type { Desk } from './desk.ts';
import type { Here, LedgerColumn, PlacedColumn } from './ledger.ts';
import type { ScenarioLevels } from './levels.ts';

/** Points nearer to each other than this share of the chart, in both directions, share a label. */
const NEAR = 0.12;

const SEPARATOR = ', ';

type Key = 'number' | 'across' | 'up' | 'owner' | `near ${number}`;

/**
 * Places the labels of scenarios between two measures: their numbers. Those that lie close together stand at the first
 * of them, so that labels do not cover each other; the chosen scenario has a label of its own.
 */
export function placePointLabels(desk: Desk, levels: ScenarioLevels): PlacedColumn {
  const { scene, ledger } = desk;
  const { say } = scene.report;
  const count = scene.scenarios.length;
  const places = ledger.table<Key>(placeColumns(desk, levels), count);
  const share = ledger.number(say('Share of the chart that is near'), number(NEAR, 'plain-2'));
  const span = (label: string, { area, cells }: PlacedColumn): Live => {
    const values = cells.map((cell) => ('value' in cell ? Number(cell.value) : 0));
    const size = Math.max(...values) - Math.min(...values);
    const whole = { formula: formula`(MAX(${area})-MIN(${area}))`, value: size };
    return ledger.number(label, scene.cell(times(share, whole)));
  };
  const reach = [
    span(say('Near across'), places.across),
    span(say('Near upwards'), places.up),
  ] as const;
  const owners = ledger.table<Key>(nearColumns(desk, places, reach), count);
  const numbers = (_: number, here: Here<'number' | 'joined'>) =>
    scene.textCell(joined(desk, owners.owner, places.number, here('number')));
  const all = ledger.table<'number' | 'joined'>(
    [
      { key: 'number', header: say('Number'), cell: (s) => number(s + 1, 'plain-0') },
      { key: 'joined', header: say('Numbers of all that are near'), cell: numbers },
    ],
    count,
  );
  const label = (s: number) => scene.textCell(labelOf(all.joined.textBeside(s)));
  return ledger.table<'label'>([{ key: 'label', header: say('Label'), cell: label }], count).label;
}

/** Where the points lie; the reference, which is not drawn, lies where the baseline does. */
function placeColumns({ scene, picks }: Desk, levels: ScenarioLevels): LedgerColumn<Key>[] {
  const { say } = scene.report;
  const place = (key: Key, header: string, changes: PlacedColumn): LedgerColumn<Key> => ({
    ...{ key, header },
    cell: (s, here) =>
      scene.cell(choose(equal(here('number'), picks.reference), ZERO, changes.beside(s))),
  });
  return [
    { key: 'number', header: say('Number'), cell: (s) => number(s + 1, 'plain-0') },
    place('across', say('Across'), levels.change),
    place('up', say('Upwards'), levels.otherChange),
  ];
}

/** Which points are near which, and the first that is near each. */
function nearColumns(
  { scene, picks }: Desk,
  { number: numbers, across, up }: Readonly<Record<'number' | 'across' | 'up', PlacedColumn>>,
  [reachAcross, reachUp]: readonly [Live, Live],
): LedgerColumn<Key>[] {
  const { say } = scene.report;
  const count = scene.scenarios.length;
  const isApart = (point: Live) =>
    either(equal(point, picks.scenario), equal(point, picks.reference));
  const near = (j: number): LedgerColumn<Key> => ({
    key: `near ${j}`,
    header: say('Near {number}', { number: j + 1 }),
    cell: (s, here) => {
      const isFar = either(
        above(sizeOf(minus(across.beside(s), across.at(j))), reachAcross),
        above(sizeOf(minus(up.beside(s), up.at(j))), reachUp),
        isApart(here('number')),
        isApart(numbers.at(j)),
      );
      const isSame = equal(here('number'), numbers.at(j));
      return scene.cell(choose(isSame, ONE, choose(isFar, ZERO, ONE)), 'plain-0');
    },
  });
  const owner = (_: number, here: Here<Key>) => {
    const row = Array.from({ length: count }, (__, j) => here(`near ${j}`));
    const [first, last] = [row[0]!, row.at(-1)!].map(({ formula: [cell] }) => cell as Area);
    const { sheet, top, left } = first!;
    const area = areaOf(sheet, [top, left], [top, last!.right], 'columns');
    const value = row.findIndex((one) => one.value === 1) + 1;
    return scene.cell({ formula: formula`MATCH(1,${area},0)`, value }, 'plain-0');
  };
  return [
    { key: 'number', header: say('Number'), cell: (s) => number(s + 1, 'plain-0') },
    ...Array.from({ length: count }, (_, j) => near(j)),
    { key: 'owner', header: say('First that is near'), cell: owner },
  ];
}

/** Joins the numbers of all that a point is the first of, but for the chosen one. */
function joined(
  { scene, picks }: Desk,
  owners: PlacedColumn,
  numbers: PlacedColumn,
  own: Live,
): SaidValue {
  const terms = scene.scenarios.map((_, j) => {
    const [owner, other] = [owners.at(j), numbers.at(j)];
    const isHere = equal(owner, own);
    const isChosen = equal(other, picks.scenario);
    const text = isHere.holds && !isChosen.holds ? `${SEPARATOR}${j + 1}` : '';
    return {
      formula: formula`IF(AND(${isHere.formula},NOT(${isChosen.formula})),"${SEPARATOR}"&${other.formula},"")`,
      text,
    };
  });
  return {
    formula: terms.flatMap((term, at) => (at === 0 ? term.formula : ['&', ...term.formula])),
    text: terms.map((term) => term.text).join(''),
  };
}

/** Leaves out the first separator; a blank keeps the label from being empty. */
function labelOf({ formula: all, text }: SaidValue): SaidValue {
  return {
    formula: formula`MID(${all},1+LEN("${SEPARATOR}"),LEN(${all}))&" "`,
    text: `${text.slice(SEPARATOR.length)} `,
  };
}
