import type { Chart } from '../charts/chart.ts';
import type { Sheet } from '../sheet.ts';
import { arrange, roomOf, type Spot } from './arrangement.ts';
import { placeBridge } from './bridge.ts';
import { type Caption, placeCaptions } from './captions.ts';
import { type Desk, openDesk } from './desk.ts';
import { placeDrivers } from './driver-rows.ts';
import { placeErrors } from './errors.ts';
import { placeFan } from './fan.ts';
import { type Headline, headlineTitle, placeHeadline } from './headline.ts';
import type { Ledger } from './ledger.ts';
import { placeLevels } from './levels.ts';
import { placeRanges } from './ranges.ts';
import type { Scene } from './scene.ts';
import { placeCumulative, placeHistogram } from './spread.ts';
import { placeTornado } from './tornado.ts';
import { placeTradeOff } from './trade-off.ts';

/** What the dashboard shows: headline numbers, and charts in the order in which they are read. */
export interface Board {
  readonly desk: Desk;
  readonly headline: Headline;
  readonly charts: readonly Chart[];
  /** Where each of them stands, and what stands above it. */
  readonly spots: readonly Spot[];
  readonly captions: readonly Caption[];
}

/** Places everything that the dashboard reads, and makes the charts that the study gives reason to. */
export function placeBoard(ledger: Ledger, scene: Scene, bands: Sheet): Board {
  const desk = openDesk(ledger, scene);
  const errors = placeErrors(ledger, scene);
  const drivers = placeDrivers(ledger, scene);
  const levels = placeLevels(desk);
  const headline = placeHeadline(desk, levels, errors);
  const hasOther = scene.measures.length > 1;
  const all = [
    desk.picks.path === null ? null : placeFan(desk, bands),
    placeRanges(desk, levels, headlineTitle(desk, headline)),
    drivers === null ? null : placeTornado(desk, drivers, headline),
    placeBridge(desk),
    ...(scene.isUncertain ? [placeHistogram(desk, headline), placeCumulative(desk, headline)] : []),
    hasOther ? placeTradeOff(desk, levels) : null,
  ];
  const charts = all.filter((chart) => chart !== null);
  const spots = arrange(charts.length);
  const rooms = spots.map((spot) => roomOf(spot, scene.report.language));
  return { desk, headline, charts, spots, captions: placeCaptions(desk, charts, rooms) };
}
