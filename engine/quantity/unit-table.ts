/** One row of the closed unit table. A value in this unit is `value * numerator / denominator * 10^tens` in the base unit. */
export interface UnitRow {
  readonly names: readonly string[];
  readonly base: string | null;
  readonly tens: number;
  readonly numerator: number;
  readonly denominator: number;
}

function row(
  names: string,
  base: string | null,
  tens = 0,
  numerator = 1,
  denominator = 1,
): UnitRow {
  return { names: names.split(' '), base, tens, numerator, denominator };
}

const CURRENCIES =
  'USD KRW EUR JPY CNY GBP CAD MXN AUD CHF INR BRL TWD VND IDR THB MYR SGD ZAR NOK SEK DKK PLN TRY';

/**
 * Every unit there is. Time is counted in months: a year is 12 of them, a day 12/365 of one. Currencies are
 * dimensions of their own, so that won meets dollars only through an exchange rate.
 */
const UNITS: readonly UnitRow[] = [
  row('1', null),
  row('% percent', null, -2),
  row('pp', null, -2),
  row('month months', 'time'),
  row('quarter quarters', 'time', 0, 3),
  row('year years', 'time', 0, 12),
  row('day days', 'time', 0, 12, 365),
  row('t tonne tonnes', 't'),
  row('kg', 't', -3),
  row('kt', 't', 3),
  row('Mt', 't', 6),
  row('tCO2e', 'tCO2e'),
  row('MtCO2e', 'tCO2e', 6),
  row('MMBtu', 'MMBtu'),
  row('MWh', 'MWh'),
  row('GWh', 'MWh', 3),
  row('TWh', 'MWh', 6),
  row('bbl', 'bbl'),
  row('vehicle vehicles', 'vehicle'),
  row('ship ships', 'ship'),
  row('person persons people job jobs troop troops', 'person'),
  row('household households', 'household'),
  ...CURRENCIES.split(' ').map((code) => row(code, code)),
];

const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['bn', 9],
  ['trillion', 12],
  ['trn', 12],
]);

const BY_NAME: ReadonlyMap<string, UnitRow> = new Map(
  UNITS.flatMap((unit) => unit.names.map((name) => [name, unit] as const)),
);

/** Finds a unit by any of its names. */
export function unitNamed(name: string): UnitRow | undefined {
  return BY_NAME.get(name);
}

/** Finds the power of ten of a scale word such as `bn`. */
export function scaleNamed(name: string): number | undefined {
  return SCALES.get(name);
}

/** Lists every word a unit may be made of, for hints and for the schema. */
export function unitWords(): readonly string[] {
  return [...BY_NAME.keys(), ...SCALES.keys()];
}
