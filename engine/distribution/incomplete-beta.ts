const MOST_TERMS = 5000;
const ENOUGH = 1e-16;
const TINY = 1e-300;

/**
 * Computes the factor F in I_x(a, b) = x^a (1 - x)^b F / (a B(a, b)), the incomplete beta function.
 *
 * Converges fast for x up to (a + 1) / (a + b + 2); beyond, use I_x(a, b) = 1 - I_{1-x}(b, a).
 *
 * Source: the continued fraction of DLMF 8.17.22, summed by Lentz's method as modified by Thompson
 * and Barnett (1986).
 */
export function incompleteBetaFactor(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    product *= d * c;
    if (Math.abs(d * c - 1) <= ENOUGH) break;
  }
  return product;
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}
