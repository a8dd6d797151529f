/** What all parts of a reference model read: six levers, twenty uncertain inputs, and fifteen equations. */
export const DRIVERS = `title: Drivers
levers:
  tariff:
    about: Duty of a sector
    over: sector
    unit: "1"
    default: { all: 0 }
    within: [0, 1]
  support: { about: Share of investment that is paid for, unit: "1", default: 0, within: [0, 0.5] }
assumptions:
  growth: { over: sector, unit: "1", uncertainty: { all: { normal: { mean: 0.02, sd: 0.008 } } }, source: judgement, why: B. }
  elasticity: { over: sector, unit: "1", uncertainty: { all: { uniform: [1.5, 4] } }, source: judgement, why: B. }
  curvature: { over: sector, unit: "1", uncertainty: { all: { uniform: [0.5, 0.9] } }, source: judgement, why: B. }
  oil_drift: { unit: "1", uncertainty: { normal: { mean: 0.01, sd: 0.03 } }, source: judgement, why: B. }
  exchange_drift: { unit: "1", uncertainty: { normal: { mean: 0, sd: 0.04 } }, source: judgement, why: B. }
  pass_through: { unit: "1", uncertainty: { uniform: [0.3, 0.8] }, source: judgement, why: B. }
  learning: { unit: "1", uncertainty: { uniform: [0.05, 0.2] }, source: judgement, why: B. }
  adjustment: { unit: "1", uncertainty: { triangular: [0.5, 1, 2] }, source: judgement, why: B. }
equations:
  elapsed: { unit: "1", formula: calendar_year - 2025 + (calendar_month - 0.5) / 12 }
  oil: { unit: "1", formula: exp(oil_drift * elapsed) }
  exchange: { unit: "1", formula: exp(exchange_drift * elapsed * (1 - 0.05 * elapsed)) }
  fuel: { unit: "1", formula: 1 + pass_through * (oil - 1) }
  import_cost: { unit: "1", formula: exchange * (0.8 + 0.2 * fuel) }
  mean_tariff: { unit: "1", formula: "sum(s in sector, tariff[s]) / 5" }
  squeeze: { unit: "1", formula: log(1 + mean_tariff * pass_through * import_cost) }
  confidence: { unit: "1", formula: exp(-0.5 * squeeze) }
  income: { unit: "1", formula: confidence * (1 + 0.015 * elapsed) / (0.9 + 0.1 * fuel) }
  income_gap: { unit: "1", formula: log(income) }
  rate: { unit: "1", formula: "clamp(0.03 + 0.5 * (fuel - 1) + 0.2 * income_gap, 0, 0.12)" }
  discount: { unit: "1", formula: exp(-rate * elapsed) }
  funding: { unit: "1", formula: (1 - support) * (1 + rate) }
  haste: { unit: "1", formula: "if(income_gap > 0, 1 + income_gap, 1 / (1 - income_gap)) / adjustment" }
  slack: { unit: "1", formula: "max(0, 1 - income)" }
`;
