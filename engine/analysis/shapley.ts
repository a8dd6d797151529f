/** A game of more players has more coalitions than anybody waits for. */
export const MOST_PLAYERS = 10;

/** How often a coalition of so many others stands before a player, over all orders: s! (n - s - 1)! / n!. */
function weightsOf(players: number): readonly number[] {
  const weights = [1 / players];
  for (let others = 1; others < players; others++) {
    weights.push((weights[others - 1]! * others) / (players - others));
  }
  return weights;
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}

/**
 * Splits what all players reach together among them: each gets what it adds on average over all orders in which
 * they may come. What they get sums to `worth[all] - worth[none]`; who adds nothing gets exactly 0.
 *
 * Shape: `worth[coalition][k]`, where bit i of the coalition's number says that player i is in it; the result
 * `[player][k]`. All columns are as long.
 * Source: Shapley (1953), A value for n-person games.
 */
export function shapley(worth: readonly Float64Array[]): readonly Float64Array[] {
  const players = sizeOf(worth.length - 1);
  const weights = weightsOf(players);
  return Array.from({ length: players }, (_, player) => {
    const share = new Float64Array(worth[0]!.length);
    for (let coalition = 0; coalition < worth.length; coalition++) {
      if ((coalition >> player) & 1) continue;
      const weight = weights[sizeOf(coalition)]!;
      const [without, having] = [worth[coalition]!, worth[coalition | (1 << player)]!];
      for (let k = 0; k < share.length; k++) share[k]! += weight * (having[k]! - without[k]!);
    }
    return share;
  });
}
