/** Finds the candidate that a mistyped word most likely meant, if one is near enough. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.normalize('NFKC').toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) >= least) continue;
    const distance = editDistance(typed, candidate.toLowerCase());
    if (distance >= least) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

/** Says what a mistyped word may have meant: `did you mean "x"?` */
export function hintFor(word: string, candidates: Iterable<string>): string | undefined {
  const found = suggest(word, candidates);
  return found === undefined ? undefined : `did you mean "${found}"?${lookAlike(word, found)}`;
}

/** A letter of another alphabet may look just like the one that is wanted. */
function lookAlike(word: string, meant: string): string {
  const letters = word.match(/[\p{Script=Greek}\p{Script=Cyrillic}\uff00-\uffef]/gu) ?? [];
  const letter = letters.find((one) => !meant.includes(one));
  if (letter === undefined) return '';
  return ` The "${letter}" here is U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Counts the letters to add, drop, change or swap with a neighbour to get from one word to another. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let cost = Math.min(entry(last, j) + 1, entry(row, j - 1) + 1, entry(last, j - 1) + same);
      if (from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        cost = Math.min(cost, entry(beforeLast, j - 2) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return entry(last, to.length);
}

function entry(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
