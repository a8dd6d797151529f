import { type Chart, fixedLabel } from '../charts/chart.ts';
import { axis } from '../charts/looks.ts';
import { tornadoChart } from '../charts/tornado-chart.ts';
import { type Area, areaOf, formula } from '../formula.ts';
import { choose, equal, type Live, minus, ONE, ZERO } from '../live-number.ts';
import { type SaidValue, saidEither, sayLive } from '../said-formula.ts';
import { number } from '../sheet.ts';
import { MOST_DRIVERS } from '../strongest-drivers.ts';
import type { Desk } from './desk.ts';
import type { DriverRows } from './driver-rows.ts';
import type { Headline } from './headline.ts';
import type { Here, LedgerColumn, PlacedTable } from './ledger.ts';
import { orSilent, silentOnLevel } from './silence.ts';
import { placeLabel } from './title.ts';

/** More names than this would not stand below each other. */
const MOST_SHOWN = 7;

type Key = 'rank' | 'name' | 'isThere' | 'low' | 'high' | 'lowest' | 'highest';

/** Draws how far the drivers of the chosen measure move it. */
export function placeTornado(desk: Desk, rows: DriverRows, headline: Headline): Chart {
  const { scene, ledger, words } = desk;
  const { say } = scene.report;
  ledger.heading(say('What moves the measure'));
  const table = ledger.table(
    columnsOf(desk, rows, headline),
    Math.min(MOST_SHOWN, Math.max(...rows.drivers.map((found) => found.length))),
  );
  return tornadoChart({
    ...{ name: say('What moves the measure'), categories: table.name.words() },
    title: placeLabel(
      desk,
      say('Title'),
      orSilent(desk, silentOnLevel(desk), titleOf(desk, table)),
    ),
    about: say(
      'How far the mean of the chosen measure moves between the fifths of draws where an uncertainty is lowest and highest',
    ),
    values: axis(
      placeLabel(desk, say('Axis'), sayLive(say, 'Change of the mean, {changeUnit}', words)),
    ),
    lowest: table.lowest.numbers('general'),
    highest: table.highest.numbers('general'),
    names: {
      lowest: fixedLabel(say('In its lowest fifth')),
      highest: fixedLabel(say('In its highest fifth')),
    },
  });
}

function columnsOf(desk: Desk, { table, drivers, nameOf }: DriverRows, headline: Headline) {
  const { scene, picks } = desk;
  const { say } = scene.report;
  const own = drivers[picks.own.value - 1]!;
  const block = (part: 'name' | 'lowest' | 'highest'): Area => {
    const first = table[`${part} 0`]!.area;
    const { right } = table[`${part} ${MOST_DRIVERS - 1}`]!.area;
    return areaOf(first.sheet, [first.top, first.left], [first.bottom, right]);
  };
  const read = (part: 'name' | 'lowest' | 'highest', rank: Live) =>
    formula`INDEX(${block(part)},${picks.own.formula},${rank.formula})`;
  const mean = (part: 'lowest' | 'highest', header: string) => ({
    ...{ key: part === 'lowest' ? ('low' as const) : ('high' as const), header },
    cell: (k: number, here: Here<Key>) =>
      scene.cell({ formula: read(part, here('rank')), value: own[k]?.[part].value ?? 0 }),
  });
  const change = (key: Key, header: string, of: Key) => ({
    ...{ key, header },
    cell: (_: number, here: Here<Key>) =>
      scene.cell(choose(equal(here('isThere'), ONE), minus(here(of), headline.mean), ZERO)),
  });
  const name = (k: number, here: Here<Key>) =>
    scene.textCell({
      formula: [...read('name', here('rank')), '&""'],
      text: own[k] === undefined ? '' : nameOf(own[k]),
    });
  const isThere = (k: number, here: Here<Key>) =>
    scene.cell(
      {
        formula: formula`IF(${read('name', here('rank'))}="",0,1)`,
        value: own[k] === undefined ? 0 : 1,
      },
      'plain-0',
    );
  const columns: LedgerColumn<Key>[] = [
    { key: 'rank', header: say('Rank'), cell: (k) => number(k + 1, 'plain-0', 'numberQuiet') },
    { key: 'name', header: say('Driver'), cell: name },
    { key: 'isThere', header: say('1 where there is one'), cell: isThere },
    mean('lowest', say('Mean where it is lowest')),
    mean('highest', say('Mean where it is highest')),
    change('lowest', say('Lowest, against the mean'), 'low'),
    change('highest', say('Highest, against the mean'), 'high'),
  ];
  return columns;
}

function titleOf({ scene, words, print }: Desk, table: PlacedTable<Key>) {
  const { say } = scene.report;
  return saidEither(
    equal(table.isThere.at(0), ZERO),
    sayLive(say, 'No uncertainty clearly moves it in {scenario}', words),
    sayLive(say, '"{driver}" moves it most: {low} where lowest, {high} where highest', {
      driver: inOneLine(table.name.textAt(0)),
      low: print.level(table.low.at(0)),
      high: print.level(table.high.at(0)),
    }),
  );
}

/** Names of drivers are broken into lines to stand beside bars. */
function inOneLine({ formula: name, text }: SaidValue): SaidValue {
  return { formula: formula`SUBSTITUTE(${name},CHAR(10)," ")`, text: text.replaceAll('\n', ' ') };
}
