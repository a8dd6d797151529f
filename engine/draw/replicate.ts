/** How many independent samples a structured sample is made of; their spread is its error. */
export const REPLICATES = 20;

/** Tells which replicate a draw belongs to. */
export function replicateOf(draw: number): number {
  return draw % REPLICATES;
}
