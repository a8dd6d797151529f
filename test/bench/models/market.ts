/** Rounds of the fixed point where it is written out. */
const ROUNDS = 10;

const HEAD = `title: Market
assumptions:
  share:
    over: [sector, exporter]
    value: { all: { korea: 0.4, japan: 0.3, eu: 0.2, us: 0.1 } }
    unit: "1"
    source: judgement
    why: B.
  reserve: { over: exporter, value: [1.02, 0.97, 1.05, 0.99], unit: "1", source: judgement, why: B. }
  duty: { over: exporter, value: [1, 0.6, 0.8, 0], unit: "1", source: judgement, why: B. }
  follows: { over: exporter, value: [0.3, 0.5, 0.4, 0.2], unit: "1", source: judgement, why: B. }
`;

const EQUATIONS = `  landed_base: { unit: "1", formula: drivers.import_cost * (0.7 + 0.3 * block_1.wage) }
  pull: { unit: "1", formula: drivers.income / (1 + drivers.slack) }
  weight:
    over: [sector, exporter]
    unit: "1"
    formula: >
      share[sector, exporter] * (landed_base * reserve[exporter] * (1 + duty[exporter] * drivers.tariff[sector]))
      ^ (-drivers.elasticity[sector] * (1 - follows[exporter]))
  anchor:
    over: sector
    unit: "1"
    formula: landed_base * sum(e in exporter, share[sector, e] * (1 + duty[e] * drivers.tariff[sector]))
  imports:
    over: sector
    unit: "1"
    formula: pull * block_1.base[sector] / index[sector]
`;

function offer(name: string, index: string): string {
  return `  ${name}:
    over: [sector, exporter]
    unit: "1"
    formula: >
      weight[sector, exporter] * ${index}[sector] ^ (-drivers.elasticity[sector] * follows[exporter])
`;
}

function composite(name: string, offers: string): string {
  return `  ${name}:
    over: sector
    unit: "1"
    formula: sum(e in exporter, ${offers}[sector, e]) ^ (-1 / drivers.elasticity[sector])
`;
}

/**
 * The indices at which sellers that partly follow the market's price make that price, by Newton's method: 30
 * equations, 5 of them unknowns.
 */
const SOLVED = `solve:
  clearing:
    unknowns:
      index:
        over: sector
        unit: "1"
        guess: anchor[sector]
        residual: composite[sector] - index[sector]
equations:
${EQUATIONS}${offer('offer', 'index')}${composite('composite', 'offer')}`;

/** The same fixed point as ten rounds that follow each other: 250 powers at each step. */
function writtenOut(): string {
  const rounds = Array.from({ length: ROUNDS }, (_, at) => {
    const before = at === 0 ? 'anchor' : `index_${at}`;
    const last = at === ROUNDS - 1 ? 'index' : `index_${at + 1}`;
    return `${offer(`offer_${at + 1}`, before)}${composite(last, `offer_${at + 1}`)}`;
  });
  return `equations:\n${EQUATIONS}${rounds.join('')}`;
}

/** Writes a market of five sectors and four exporters with a price index per sector that clears it. */
export function writeMarket(how: 'solved' | 'rounds'): string {
  return `${HEAD}${how === 'solved' ? SOLVED : writtenOut()}`;
}
