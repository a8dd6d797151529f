import type { Texts } from './small-study.ts';

/** The sets that the modules share. */
const SETS = `sets:
  sector: [cars, parts, steel, aluminium, chips, pharma, machinery, batteries, appliances, petroleum, other]
  supplier: [korea, japan, eu, mexico_canada, china, others]
  rival: { subset of: supplier, without: [korea] }
`;

const TARIFFS = `title: US tariffs
levers:
  section_232_rate:
    about: Duty under Section 232, the same for all suppliers but USMCA content
    over: sector
    unit: "%"
    default:
      all: 0%
      cars: { start: 0%, 2025-04-03: 25% }
      parts: { start: 0%, 2025-05-03: 25% }
      steel: 25%
      aluminium: 25%
  country_rate:
    about: Announced reciprocal rate
    over: supplier
    unit: "%"
    default:
      all: { start: 0%, 2025-04-05: 10% }
      korea: { start: 0%, 2025-04-05: 10%, 2025-04-09: 25% }
      japan: { start: 0%, 2025-04-05: 10%, 2025-04-09: 24% }
      mexico_canada: 0%
assumptions:
  covered:
    about: Share of the sector that the reciprocal rate reaches; goods under Section 232 and Annex II are outside
    over: sector
    value: { all: 1, cars: 0, parts: 0, steel: 0, aluminium: 0, pharma: 0, petroleum: 0, chips: 0.1 }
    source: executive-order-14257
  floor: { value: 10%, source: executive-order-14257 }
equations:
  announced:
    over: [sector, supplier]
    unit: "%"
    formula: section_232_rate[sector] + covered[sector] * country_rate[supplier]
  applied:
    about: What customs collects, given what the talks have yielded; only Korea's talks are modelled
    over: [sector, supplier]
    unit: "%"
    formula: >
      if(supplier == korea,
         section_232[sector] + covered[sector] * korea_country_rate,
         announced[sector, supplier])
  korea_country_rate:
    unit: "%"
    formula: >
      if(negotiation.deal > 0, min(country_rate[korea], negotiation.country_rate_after_deal),
         country_rate[korea] - negotiation.deferred * max(0, country_rate[korea] - floor))
  section_232:
    over: sector
    unit: "%"
    formula: >
      if(negotiation.deal > 0, min(section_232_rate[sector], negotiation.section_232_after_deal[sector]),
         section_232_rate[sector])
checks:
  no_negative_rate: applied[sector, supplier] >= 0
`;

const NEGOTIATION = `title: The talks
levers:
  drawn: { about: Outcomes are drawn from hazards; no means the dates below decide, type: yes/no, default: yes }
  deal_on: { about: Imposed date of a deal, type: date, default: never }
  deferral_on: { about: Imposed date of a deferral, type: date, default: never }
  deferral_length: { about: Length asked for, unit: days, default: 120 days }
  section_232_after_deal:
    about: Duty under Section 232 that a deal leaves in place; the default is no relief
    over: sector
    unit: "%"
    default: { all: 25% }
assumptions:
  country_rate_after_deal:
    about: Country rate once a deal is in force, between the universal floor and the announced rate
    unit: "%"
    uncertainty: { triangular: [10, 12, 25] }
    source: judgement
    why: No country had a deal on that day; the order's floor and the announced rate bound it.
  ceiling: { value: 0.25 1/month, uncertainty: 0.1 to 0.5 1/month, source: judgement, why: "..." }
  deferral_ceiling: { value: 0.3 1/month, uncertainty: 0.1 to 0.6 1/month, source: judgement, why: "..." }
  steepness: { uncertainty: { uniform: [0.5, 5] }, source: judgement, why: "..." }
  reservation: { uncertainty: { uniform: [0.2, 2] }, source: judgement, why: "..." }
shocks:
  die: { uniform: [0, 1] }
equations:
  chance_of_deal:
    unit: "1"
    formula: 1 - exp(-ceiling * logistic(steepness * (offered - reservation)) * step)
  chance_of_deferral:
    unit: "1"
    formula: 1 - exp(-deferral_ceiling * logistic(steepness * (offered - reservation / 2)) * step)
  deal:
    about: 1 once a deal is in force
    unit: "1"
    starts: 0
    formula: >
      if(drawn, max(previous(deal), if(die < chance_of_deal, 1, 0)),
         if(from(deal_on) > 0, 1, 0))
  granted:
    about: 1 in the month in which a deferral is granted
    unit: "1"
    formula: >
      if(previous(left) > 0 or deal > 0, 0,
         if(drawn, if(die >= chance_of_deal and die < chance_of_deal + (1 - chance_of_deal) * chance_of_deferral, 1, 0),
            if(on(deferral_on), 1, 0)))
  left:
    about: Deferral still to run at the end of the month
    unit: months
    starts: 0 months
    formula: max(0, if(granted > 0, deferral_length, previous(left)) - step)
  deferred:
    about: Share of the month under deferral
    unit: "1"
    formula: clamp(if(granted > 0, deferral_length, previous(left)) / step, 0, 1)
  offered:
    about: How much is on the table; each offer adds to it
    unit: "1"
    formula: 1
`;

const TRADE = `title: Korean exports to the United States
assumptions:
  exports_before: { over: sector, value: { cars: 34.7 bn USD/year, parts: 8.2 bn USD/year, all: 12 bn USD/year }, source: kita-2024 }
  elasticity: { over: sector, uncertainty: { all: { triangular: [1.5, 2.0, 4.0] }, cars: { triangular: [3, 5.6, 8] } }, source: gtap-9 }
  speed: { uncertainty: { uniform: [0.15, 0.6] }, unit: 1/year, source: boehm-2023 }
  jump: { uncertainty: { triangular: [0.1, 0.25, 0.4] }, unit: "1", source: boehm-2023 }
  rate_before: { over: sector, value: { all: 0% }, source: kita-2024 }
equations:
  long_run:
    about: Log change of exports once adjustment is complete
    over: sector
    unit: "1"
    starts: 0
    formula: -elasticity[sector] * log((1 + tariffs.applied[sector, korea]) / (1 + rate_before[sector]))
  response:
    over: sector
    unit: "1"
    starts: 0
    formula: >
      previous(response[sector])
      + speed * step * (long_run[sector] - previous(response[sector]))
      + jump * (long_run[sector] - previous(long_run[sector]))
  exports:
    over: sector
    unit: bn USD/year
    formula: exports_before[sector] * exp(response[sector])
  exports_all:
    unit: bn USD/year
    formula: sum(sector, exports[sector])
`;

const DEFENCE = `title: Cost of the US presence
assumptions:
  paid_2025: { value: 1402.8 bn KRW/year, source: sma-11 }
  agreed_2026: { value: 1519.2 bn KRW/year, source: sma-12 }
  cap: { value: 5%, source: sma-12 }
equations:
  payment:
    unit: bn KRW/year
    starts: paid_2025
    formula: >
      if(calendar_month == 1,
         if(calendar_year == 2026, agreed_2026, previous(payment) * (1 + min(cap, delay(economy.inflation, 24 months)))),
         previous(payment))
`;

const AUTOS = `title: Aid to car makers
levers:
  expiry: { about: Last day of the lower purchase tax, type: date, default: 2025-06-30 }
assumptions:
  base_sales: { value: 136 thousand vehicles/month, source: kama-2024 }
  price_change: { value: -1.83%, source: kiet-2018 }
  tax_elasticity: { uncertainty: { triangular: [0.4, 0.8, 1.5] }, source: kiet-2018 }
  pulled_forward: { uncertainty: { beta: [6, 4] }, source: green-2020 }
  payback_span: { uncertainty: { triangular: [6, 8, 12] }, unit: months, source: hoekstra-2017 }
equations:
  extra:
    unit: vehicles/month
    formula: base_sales * ((1 + price_change) ^ (-tax_elasticity) - 1) * until(expiry)
  borrowed:
    about: Sales borrowed from the future, so far
    unit: vehicles
    starts: 0 vehicles
    formula: previous(borrowed) + pulled_forward * extra * step
  payback:
    unit: vehicles/month
    formula: borrowed / payback_span * from(expiry) * until(expiry + payback_span)
  balance:
    unit: vehicles
    starts: 0 vehicles
    formula: previous(balance) + (extra - payback) * step
`;

/** What the texts leave to modules that they do not show. */
const ECONOMY = `title: The economy
equations:
  inflation:
    about: Consumer prices on a year before, at annual rate
    unit: "%"
    starts: { 2023-01: 3.6%, 2024-01: 2.3%, 2025-01: 2.1% }
    formula: 2 percent
`;

const SOURCES = `executive-order-14257: { title: executive-order-14257, publisher: P, date: 2025-04-02 }
kita-2024: { title: kita-2024, publisher: P, date: 2025-01 }
gtap-9: { title: gtap-9, publisher: P, date: 2016 }
boehm-2023: { title: boehm-2023, publisher: P, date: 2023 }
sma-11: { title: sma-11, publisher: P, date: 2021-03 }
sma-12: { title: sma-12, publisher: P, date: 2024-10-04 }
kama-2024: { title: kama-2024, publisher: P, date: 2025-01 }
kiet-2018: { title: kiet-2018, publisher: P, date: 2018 }
green-2020: { title: green-2020, publisher: P, date: 2020 }
hoekstra-2017: { title: hoekstra-2017, publisher: P, date: 2017 }
`;

const STUDY = `title: The hard parts
question: Do the texts work as written?
as_of: 2025-04-09 18:00 Asia/Seoul
horizon: { from: 2025-04, months: 60 }
draws: 200
seed: examples
sampling: latin-hypercube
reference: no-offer
baseline: no-offer
scenarios: [no-offer, deferral, imposed-deal]
measures:
  exports:
    title: Exports to the United States
    unit: bn USD
    formula: total(trade.exports_all)
    better: higher
  payment: { title: Payment at the end, unit: bn KRW/year, formula: final(defence.payment), better: lower }
  balance: { title: Cars not paid back, unit: vehicles, formula: final(autos.balance), better: neither }
conditions:
  deal: { impose: { negotiation.drawn: no, negotiation.deal_on: 2025-07-01 } }
  no_deal: { impose: { negotiation.drawn: no, negotiation.deal_on: never } }
  got_a_deal: { when: final(negotiation.deal) > 0 }
correlations:
  - [trade.speed, trade.jump, -0.3]
  - { among: [trade.elasticity], rank: 0.5 }
`;

const DEFERRAL = `title: A deferral asked for
about: 120 days at the 10% floor.
extends: no-offer
tariffs:
  country_rate:
    korea:
      schedule: { 2025-04-05: 10%, 2025-04-09: 25% }     # each value holds until the next date
      terms:                  # named, dated acts on this schedule, instead of hand-made tables
        asked: { deferral: { from: 2025-05-01, span: 120 days, meanwhile: 10% }, status: in force }
assumptions:
  trade.elasticity: { all: 2 to 4 }
`;

const IMPOSED = `title: A deal on a date
extends: no-offer
negotiation:
  drawn: no
  deal_on: 2025-07-01
  section_232_after_deal: { cars: 15%, parts: 15%, all: 25% }
`;

/** The hard parts of the Korea study as the design writes them, with only what they need around them. */
export const EXAMPLES: Texts = {
  'study.yaml': STUDY,
  'sources.yaml': SOURCES,
  'no-offer.yaml': 'title: No offer\n',
  'deferral.yaml': DEFERRAL,
  'imposed-deal.yaml': IMPOSED,
  'model/model.yaml': SETS,
  'model/tariffs.yaml': TARIFFS,
  'model/negotiation.yaml': NEGOTIATION,
  'model/trade.yaml': TRADE,
  'model/defence.yaml': DEFENCE,
  'model/autos.yaml': AUTOS,
  'model/economy.yaml': ECONOMY,
};
