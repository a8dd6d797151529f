/** Joins short texts into pieces of at least some size: what is made of a piece has a price of its own. */
export function* pieces(texts: Iterable<string>, size: number): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < size) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
