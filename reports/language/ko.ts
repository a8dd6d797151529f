import { KO_ASSURANCE } from './ko-assurance.ts';
import { KO_BREAK_EVEN } from './ko-break-even.ts';
import { KO_CHARTS } from './ko-charts.ts';
import { KO_CHECKS } from './ko-checks.ts';
import { KO_COMPARISON } from './ko-comparison.ts';
import { KO_DASHBOARD } from './ko-dashboard.ts';
import { KO_DECISION } from './ko-decision.ts';
import { KO_DISTRIBUTIONS } from './ko-distributions.ts';
import { KO_DRIVERS } from './ko-drivers.ts';
import { KO_INPUTS } from './ko-inputs.ts';
import { KO_LIVE } from './ko-live.ts';
import { KO_PAGE } from './ko-page.ts';
import { KO_RECORD } from './ko-record.ts';
import { KO_SETTINGS } from './ko-settings.ts';
import { KO_SUMMARY } from './ko-summary.ts';
import { KO_TIME_AND_SPREAD } from './ko-time-and-spread.ts';
import { KO_VALIDATION } from './ko-validation.ts';
import { KO_WORDS } from './ko-words.ts';

/** Every part of the Korean dictionary; a text stands in one of them. */
export const KOREAN_PARTS: readonly Readonly<Record<string, string>>[] = [
  KO_WORDS,
  KO_SUMMARY,
  KO_DASHBOARD,
  KO_CHARTS,
  KO_DECISION,
  KO_BREAK_EVEN,
  KO_COMPARISON,
  KO_VALIDATION,
  KO_TIME_AND_SPREAD,
  KO_DRIVERS,
  KO_INPUTS,
  KO_SETTINGS,
  KO_DISTRIBUTIONS,
  KO_LIVE,
  KO_CHECKS,
  KO_ASSURANCE,
  KO_RECORD,
  KO_PAGE,
];

/** What the texts of reports are in Korean. */
export const KOREAN: ReadonlyMap<string, string> = new Map(KOREAN_PARTS.flatMap(Object.entries));
