const MEBIBYTE = 1024 * 1024;

/**
 * How much of everything there may be. No study that people write comes near; what does is a slip or an attack,
 * and is refused before it takes memory or time.
 */
export const LIMITS = {
  yamlBytes: 2 * MEBIBYTE,
  tableBytes: 8 * MEBIBYTE,
  jsonBytes: 32 * MEBIBYTE,
  /** Parsers slow down with the square of it. */
  lineLetters: 50_000,
  /** Beyond, the YAML library needs seconds and gigabytes. */
  tokens: 200_000,
  /** The library's composer recurses, and could abort the process. */
  levels: 64,
  cells: 500_000,
  formulaLetters: 4000,
  formulaBrackets: 50,
  formulaOperations: 500,
  /** A sum over a set is as deep as the set is long, and what walks terms recurses. */
  setElements: 1000,
  /** Of one lever, assumption, shock or equation, with all its sets. */
  elements: 100_000,
  /** Of all formulas of a model, for all elements. */
  operations: 2_000_000,
  steps: 1200,
  draws: 10_000_000,
  iterations: 1000,
  conditionalTerms: 4,
} as const;
