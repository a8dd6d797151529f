/** A stretch of time on which a value goes straight from `start` to `end`; times are months since the year 0. */
export interface Piece {
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** A value through time: pieces in order, the first from minus infinity, the last for ever. */
export type Path = readonly Piece[];

function flat(from: number, value: number): Piece {
  return { from, start: value, end: value };
}

/** Makes the path of one value for all times. */
export function constant(value: number): Path {
  return [flat(Number.NEGATIVE_INFINITY, value)];
}

function endOf(path: Path, index: number): number {
  return path[index + 1]?.from ?? Number.POSITIVE_INFINITY;
}

function within(piece: Piece, to: number, time: number): number {
  if (piece.start === piece.end) return piece.start;
  return piece.start + ((piece.end - piece.start) * (time - piece.from)) / (to - piece.from);
}

/** Reads the value at a moment. */
export function valueAt(path: Path, time: number): number {
  const index = path.findLastIndex((piece) => piece.from <= time);
  return within(path[index]!, endOf(path, index), time);
}

/** Splits a path so that a piece begins at `time`. */
function cut(path: Path, time: number): Path {
  return path.flatMap((piece, index) => {
    const to = endOf(path, index);
    if (time <= piece.from || time >= to) return [piece];
    const middle = within(piece, to, time);
    return [
      { ...piece, end: middle },
      { from: time, start: middle, end: piece.end },
    ];
  });
}

/** Keeps what comes before `time` of one path and what comes from then on of another. */
export function splice(before: Path, time: number, after: Path): Path {
  const head = cut(before, time).filter((piece) => piece.from < time);
  return [...head, ...cut(after, time).filter((piece) => piece.from >= time)];
}

/** Paths that were cut at other places may differ by rounding where they run along a slope. */
function isAlike(a: Piece, b: Piece): boolean {
  const size = Math.max(...[a.start, a.end, b.start, b.end].map(Math.abs));
  return [a.start - b.start, a.end - b.end].every((by) => Math.abs(by) <= 1e-12 * size);
}

/** Tells whether two paths have the same values before a time. */
export function agreeBefore(a: Path, b: Path, time: number): boolean {
  const times = [...a, ...b].map(({ from }) => from).filter((from) => from < time);
  const piecesOf = (path: Path) =>
    [...times, time].reduce(cut, path).filter(({ from }) => from < time);
  const others = piecesOf(b);
  return piecesOf(a).every((piece, index) => isAlike(piece, others[index]!));
}

/** Sets the value between two times. */
export function override(path: Path, from: number, to: number, value: number): Path {
  return splice(splice(path, from, constant(value)), to, path);
}

/** Makes a straight line between two times, from what the path says before to what it says after. */
export function bridge(path: Path, from: number, to: number): Path {
  const head = cut(path, from).filter((piece) => piece.from < from);
  const tail = cut(path, to).filter((piece) => piece.from >= to);
  return [...head, { from, start: head.at(-1)!.end, end: tail[0]!.start }, ...tail];
}

/** Keeps a path at or below a value from a time on. */
export function limit(path: Path, from: number, highest: number): Path {
  const crossings = path.flatMap((piece, index) => {
    const share = (highest - piece.start) / (piece.end - piece.start);
    return share > 0 && share < 1 ? [piece.from + share * (endOf(path, index) - piece.from)] : [];
  });
  const pieces = [from, ...crossings].reduce(cut, path);
  return pieces.map((piece) =>
    piece.from >= from
      ? { ...piece, start: Math.min(piece.start, highest), end: Math.min(piece.end, highest) }
      : piece,
  );
}

/** Makes a path that holds each value until the next time; `linear` joins them by straight lines. */
export function dated(
  points: readonly { readonly time: number; readonly value: number }[],
  linear: boolean,
): Path {
  return points.map(({ time, value }, index) => {
    const next = linear && Number.isFinite(time) ? points[index + 1] : undefined;
    return { from: time, start: value, end: next?.value ?? value };
  });
}

/**
 * Averages a path over a stretch of time, weighting each value by how long it holds. A value that holds
 * throughout is returned as it is, without rounding.
 */
export function averageOver(path: Path, from: number, to: number): number {
  if (path.length === 1 && path[0]!.start === path[0]!.end) return path[0]!.start;
  const pieces = cut(cut(path, from), to).filter((piece) => piece.from < to);
  const inside = pieces.filter((_, index) => (pieces[index + 1]?.from ?? to) > from);
  if (inside.every(({ start, end }) => start === inside[0]!.start && end === start)) {
    return inside[0]!.start;
  }
  let sum = 0;
  for (const [index, piece] of inside.entries()) {
    const length = (inside[index + 1]?.from ?? to) - Math.max(piece.from, from);
    sum += length * ((piece.start + piece.end) / 2);
  }
  return sum / (to - from);
}
