/**
 * What a number measures: base units and their exponents. Exponents are counted in sixtieths so that square,
 * cube, fourth and fifth roots stay exact; a base with exponent zero is absent.
 */
export type Dimension = ReadonlyMap<string, number>;

/** One whole exponent, in sixtieths. */
const WHOLE = 60;

/** The dimension of a plain number. */
export const NONE: Dimension = new Map();

/** The dimension of a duration. */
export const TIME: Dimension = new Map([['time', WHOLE]]);

/** Makes the dimension of one base unit. */
export function baseDimension(base: string): Dimension {
  return new Map([[base, WHOLE]]);
}

/** Multiplies two dimensions. */
export function multiply(a: Dimension, b: Dimension): Dimension {
  const product = new Map(a);
  for (const [base, exponent] of b) {
    const sum = (product.get(base) ?? 0) + exponent;
    if (sum === 0) product.delete(base);
    else product.set(base, sum);
  }
  return product;
}

/** Divides one dimension by another. */
export function divide(a: Dimension, b: Dimension): Dimension {
  return multiply(a, new Map([...b].map(([base, exponent]) => [base, -exponent])));
}

/** Raises a dimension to a power; null where an exponent is no multiple of a sixtieth. */
export function raise(a: Dimension, power: number): Dimension | null {
  const raised = [...a].map(([base, exponent]) => [base, exponent * power] as const);
  if (raised.some(([, exponent]) => !Number.isInteger(exponent))) return null;
  return new Map(raised.filter(([, exponent]) => exponent !== 0));
}

/** Tells whether two dimensions are the same. */
export function isSame(a: Dimension, b: Dimension): boolean {
  return a.size === b.size && [...a].every(([base, exponent]) => b.get(base) === exponent);
}

/** Tells whether this is the dimension of a plain number. */
export function isNone(a: Dimension): boolean {
  return a.size === 0;
}

function showFactor(base: string, exponent: number): string {
  const power = Math.abs(exponent) / WHOLE;
  return power === 1 ? base : `${base}^${power}`;
}

/** Prints a dimension for a message: "USD/time", "1/time", "a plain number". */
export function showDimension(a: Dimension): string {
  if (isNone(a)) return 'a plain number';
  const factors = [...a].sort(([one], [other]) => (one < other ? -1 : 1));
  const above = factors.filter(([, exponent]) => exponent > 0).map(([b, e]) => showFactor(b, e));
  const below = factors.filter(([, exponent]) => exponent < 0).map(([b, e]) => showFactor(b, e));
  return [above.join(' ') || '1', ...below].join('/');
}
