/** How far the parameters of one block lie from those of another, so that no two compute the same. */
const SPREAD = 0.01;

/** Names the module of a block, counted from 1. */
export function blockName(copy: number): string {
  return `block_${copy}`;
}

function share(copy: number, sector: number): string {
  return (1 + SPREAD * copy + 0.1 * sector).toFixed(3);
}

/** What reaches a block from the one before it. */
function upstream(copy: number): string {
  return copy === 1 ? '1' : `(0.9 + 0.1 * ${blockName(copy - 1)}.competitiveness)`;
}

/**
 * Writes a module of 84 equations: 16 over five sectors, fifteen stocks among them, and four for all sectors, with
 * 14 powers, 10 exp and 5 log at each step.
 */
export function writeBlock(copy: number): string {
  const base = [0, 1, 2, 3, 4].map((sector) => share(copy, sector)).join(', ');
  return `title: Block ${copy}
assumptions:
  base: { over: sector, value: [${base}], unit: "1", source: judgement, why: B. }
  pace: { value: ${share(copy, 0)}, unit: "1", source: judgement, why: B. }
equations:
  shift:
    over: sector
    unit: "1"
    formula: exp(pace * drivers.growth[sector] * drivers.elapsed - 0.1 * drivers.slack)
  delivered:
    over: sector
    unit: "1"
    formula: drivers.import_cost * (1 + drivers.tariff[sector] * drivers.pass_through) * (0.5 + 0.5 * previous(cost[sector]))
  appeal:
    over: sector
    unit: "1"
    formula: (delivered[sector] / pace) ^ (-drivers.elasticity[sector])
  demand:
    over: sector
    unit: "1"
    formula: base[sector] * shift[sector] * appeal[sector] * drivers.income * ${upstream(copy)}
  wanted: { over: sector, unit: "1", formula: "demand[sector] * (1.05 + 0.2 * drivers.income_gap)" }
  investment:
    over: sector
    unit: "1"
    formula: max(0, (wanted[sector] - previous(capacity[sector])) * drivers.haste / drivers.funding)
  capacity:
    over: sector
    unit: "1"
    starts: base[sector]
    formula: previous(capacity[sector]) * (1 - 0.06 * step / 1 year) + investment[sector] * (step / 1 year)
  use: { over: sector, unit: "1", formula: "min(1, (demand[sector] + previous(backlog[sector])) / capacity[sector])" }
  output: { over: sector, unit: "1", formula: "capacity[sector] * use[sector] ^ drivers.curvature[sector]" }
  backlog:
    over: sector
    unit: "1"
    starts: 0
    formula: clamp(previous(backlog[sector]) + (demand[sector] - output[sector]) * (step / 1 year), 0, 2 * base[sector])
  experience:
    over: sector
    unit: "1"
    starts: 2 * base[sector]
    formula: previous(experience[sector]) + output[sector] * (step / 1 year)
  cost:
    over: sector
    unit: "1"
    starts: 1
    formula: exp(-drivers.learning * log(experience[sector] / (2 * base[sector])))
  margin: { over: sector, unit: "1", formula: "1 - cost[sector] * drivers.fuel / (1 + delivered[sector])" }
  revenue: { over: sector, unit: "1", formula: "output[sector] * delivered[sector] * (1 - drivers.tariff[sector])" }
  labour: { over: sector, unit: "1", formula: "output[sector] / (0.6 + 0.4 / cost[sector]) + 0.1 * investment[sector]" }
  strain:
    over: sector
    unit: "1"
    formula: if(use[sector] > 0.9, (use[sector] - 0.9) * backlog[sector], 0) + if(margin[sector] < 0, -margin[sector], 0)
  composite: { unit: "1", formula: "(sum(s in sector, base[s] * delivered[s]) / sum(s in sector, base[s])) ^ 0.8" }
  wage: { unit: "1", formula: "(sum(s in sector, labour[s]) / sum(s in sector, base[s])) ^ 0.3" }
  competitiveness: { unit: "1", formula: "(wage * drivers.exchange / composite) ^ (-drivers.pass_through)" }
  welfare:
    unit: "1"
    formula: >
      drivers.discount * (sum(s in sector, revenue[s]) / composite) ^ 0.7 * competitiveness
      - sum(s in sector, strain[s])
`;
}
