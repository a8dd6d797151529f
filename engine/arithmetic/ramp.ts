/** The integral from minus infinity to `u` of a line that rises from 0 at 0 to 1 at `span`. */
function area(u: number, span: number): number {
  if (u <= 0) return 0;
  return u < span ? (u * u) / (2 * span) : u - span / 2;
}

/**
 * Computes the mean over a step of a line that rises from 0 at `date` to 1 a `span` later; with a span of
 * zero the line jumps. Exactly 0 before the date and exactly 1 after the rise.
 *
 * Units: months throughout.
 */
export function ramp(start: number, end: number, date: number, span: number): number {
  if (end <= date) return 0;
  if (start >= date + span) return 1;
  return (area(end - date, span) - area(start - date, span)) / (end - start);
}
