/** What a function yields and what it wants, as far as units go. */
export type UnitRule =
  | 'pure'
  | 'same'
  | 'root'
  | 'choice'
  | 'fold'
  | 'past'
  | 'date'
  | 'share'
  | 'switch'
  | 'ramp'
  | 'name'
  | 'aggregate';

/** One function or built-in name of the formula language. */
export interface FunctionRow {
  readonly name: string;
  readonly form: string;
  readonly about: string;
  readonly operands: readonly [number, number];
  readonly rule: UnitRule;
}

const MANY = 64;

function row(
  name: string,
  form: string,
  operands: readonly [number, number],
  rule: UnitRule,
  about: string,
): FunctionRow {
  return { name, form, operands, rule, about };
}

/** Every function and built-in name there is, in the order of the manual. */
export const FUNCTIONS: readonly FunctionRow[] = [
  row('abs', 'abs(x)', [1, 1], 'same', 'The size of x without its sign.'),
  row('floor', 'floor(x)', [1, 1], 'pure', 'The largest whole number not above x.'),
  row('ceil', 'ceil(x)', [1, 1], 'pure', 'The smallest whole number not below x.'),
  row('round', 'round(x)', [1, 1], 'pure', 'The nearest whole number; halves go away from zero.'),
  row('exp', 'exp(x)', [1, 1], 'pure', 'e to the power of x.'),
  row('log', 'log(x)', [1, 1], 'pure', 'The natural logarithm of x.'),
  row(
    'sqrt',
    'sqrt(x)',
    [1, 1],
    'root',
    'The square root of x; its unit is the root of the unit of x.',
  ),
  row('logistic', 'logistic(x)', [1, 1], 'pure', '1 / (1 + exp(-x)).'),
  row('clamp', 'clamp(x, low, high)', [3, 3], 'same', 'x, but not below low and not above high.'),
  row(
    'min',
    'min(x, y, ...) or min(set, x)',
    [2, MANY],
    'fold',
    'The smallest of the values, or over a set.',
  ),
  row(
    'max',
    'max(x, y, ...) or max(set, x)',
    [2, MANY],
    'fold',
    'The largest of the values, or over a set.',
  ),
  row(
    'sum',
    'sum(set, x) or sum(i in set, x)',
    [2, 2],
    'fold',
    'The sum of x over the elements of a set.',
  ),
  row(
    'product',
    'product(set, x)',
    [2, 2],
    'fold',
    'The product of x over the elements of a set; x is a plain number.',
  ),
  row('if', 'if(condition, a, b)', [3, 3], 'choice', 'a where the condition holds, else b.'),
  row(
    'previous',
    'previous(x)',
    [1, 1],
    'past',
    'The value of x one step ago; x declares `starts:`.',
  ),
  row(
    'delay',
    'delay(x, span)',
    [2, 2],
    'past',
    'The value of x a constant span ago; x declares `starts:`.',
  ),
  row(
    'date',
    'date(year, month) or date(year, month, day)',
    [2, 3],
    'date',
    'A date; without a day, the first of the month.',
  ),
  row(
    'from',
    'from(date)',
    [1, 1],
    'share',
    'The share of the step that lies on or after the date.',
  ),
  row('until', 'until(date)', [1, 1], 'share', 'The share of the step that lies before the date.'),
  row('on', 'on(date)', [1, 1], 'switch', 'Whether the step holds the date.'),
  row(
    'ramp',
    'ramp(date, span)',
    [2, 2],
    'ramp',
    'The mean over the step of a line that rises from 0 at the date to 1 a span later.',
  ),
  row('step', 'step', [0, 0], 'name', 'The length of one step, a duration.'),
  row(
    'calendar_year',
    'calendar_year',
    [0, 0],
    'name',
    'The year in which the step begins, a plain number.',
  ),
  row(
    'calendar_month',
    'calendar_month',
    [0, 0],
    'name',
    'The month in which the step begins, 1 to 12.',
  ),
  row(
    'total',
    'total(x)',
    [1, 1],
    'aggregate',
    'Measures: the sum of x times the step; x is a rate per time.',
  ),
  row('count', 'count(x)', [1, 1], 'aggregate', 'Measures: the plain sum of x over the steps.'),
  row('average', 'average(x)', [1, 1], 'aggregate', 'Measures: the mean of x over the steps.'),
  row('final', 'final(x)', [1, 1], 'aggregate', 'Measures: x at the last step.'),
  row(
    'minimum',
    'minimum(x)',
    [1, 1],
    'aggregate',
    'Measures: the smallest value of x over the steps.',
  ),
  row(
    'maximum',
    'maximum(x)',
    [1, 1],
    'aggregate',
    'Measures: the largest value of x over the steps.',
  ),
  row('at', 'at(x, date)', [2, 2], 'aggregate', 'Measures: x at the step that holds the date.'),
  row(
    'discounted',
    'discounted(x, rate)',
    [2, 2],
    'aggregate',
    'Measures: the sum of x times the step, each discounted from the middle of its step to the start at a yearly rate.',
  ),
  row(
    'irr',
    'irr(x)',
    [1, 1],
    'aggregate',
    'Measures: the yearly rate at which the discounted sum of x is zero.',
  ),
];

const BY_NAME: ReadonlyMap<string, FunctionRow> = new Map(
  FUNCTIONS.map((entry) => [entry.name, entry]),
);

/** Finds a function or built-in name. */
export function functionNamed(name: string): FunctionRow | undefined {
  return BY_NAME.get(name);
}

/** Lists the names that can be called. */
export function functionNames(): readonly string[] {
  return FUNCTIONS.filter(({ rule }) => rule !== 'name').map(({ name }) => name);
}
