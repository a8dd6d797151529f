import type { Expression } from '../../engine/formula/expression.ts';
import { parse } from '../../engine/formula/parse.ts';
import { isRefusal } from '../../engine/quantity/refusal.ts';

/** Prints an expression as nested lists: `(add a (multiply 2 b))`. */
export function showExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.unit === null
        ? String(expression.value)
        : `${expression.value}:${expression.unit.text}`;
    case 'name': {
      const name = expression.module === null ? '' : `${expression.module}.`;
      const indices = expression.indices.map((index) => index.name).join(',');
      return `${name}${expression.name}${indices === '' ? '' : `[${indices}]`}`;
    }
    case 'operate':
      return `(${[expression.operator, ...expression.operands.map(showExpression)].join(' ')})`;
    case 'call':
      return `(${[`${expression.callee}!`, ...expression.operands.map(showExpression)].join(' ')})`;
    case 'within':
      return `${expression.index} in ${expression.set}`;
  }
}

/** Prints what a formula is parsed to, or why and where it is refused. */
export function showParsed(text: string): string {
  const parsed = parse(text);
  if (!isRefusal(parsed)) return showExpression(parsed);
  const { refused, offset, length } = parsed;
  const end = offset + length;
  return `${refused} ${text.slice(0, offset)}>${text.slice(offset, end)}<${text.slice(end)}`;
}
