import type { Body } from './body.ts';
import { each, keep, type Pack } from './pack.ts';
import { f64x2, v128 } from './vectors.ts';

const { add, subtract, multiply, divide } = f64x2;

/** The integral from minus infinity to `u` of a line that rises from 0 at 0 to 1 at `span`. */
function area(body: Body, us: Pack, spans: Pack): Pack {
  return each(body, [us, spans], (u, span) => {
    const two = body.number(2);
    const rising = divide(multiply(u, u), multiply(two, span));
    const beyond = subtract(u, divide(span, two));
    const above = v128.select(rising, beyond, f64x2.less(u, span));
    return v128.andNot(above, f64x2.lessEqual(u, body.number(0)));
  });
}

/** Computes the mean of a ramp over a step with the bits of `ramp`. */
export function ramp(body: Body, ...operands: readonly Pack[]): Pack {
  return body.scope(() => {
    const [starts, ends, dates, spans] = operands.map((operand) => keep(body, operand)) as [
      Pack,
      Pack,
      Pack,
      Pack,
    ];
    const late = area(body, each(body, [ends, dates], subtract), spans);
    const early = area(body, each(body, [starts, dates], subtract), spans);
    const risen = each(body, [late, early], subtract);
    const means = each(body, [risen, starts, ends], (rise, start, end) =>
      divide(rise, subtract(end, start)),
    );
    const reached = each(body, [means, starts, dates, spans], (mean, start, date, span) =>
      v128.select(body.number(1), mean, f64x2.greaterEqual(start, add(date, span))),
    );
    return each(body, [reached, ends, dates], (share, end, date) =>
      v128.andNot(share, f64x2.lessEqual(end, date)),
    );
  });
}
