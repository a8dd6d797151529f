import type {
  AccessorNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  RelationalNode,
  SymbolNode,
} from 'mathjs';
import { create, parseDependencies } from 'mathjs/number';
import { isRefusal, type Refusal, refuse } from '../quantity/refusal.ts';
import { readUnit, toBase, type Unit } from '../quantity/unit.ts';
import { readOnce } from '../source/read-once.ts';
import { hintFor } from '../source/suggest.ts';
import { Cursor, join, Refused, spanOf, stop, tooLong } from './cursor.ts';
import { explainSyntax } from './explain-syntax.ts';
import type { Expression, IndexText, Span } from './expression.ts';
import { functionNamed, functionNames } from './functions.ts';
import { COMPARISONS, OPERATORS } from './operators.ts';
import { scan, type Token } from './tokens.ts';

// The parser alone: a bundle then leaves out the rest of the library, which takes long to set up.
const { parse: parseText } = create(parseDependencies!);

/** Gives the value of a number as typed; the parser would round odd ones in silence. */
function finite(value: number, token: Token): number {
  return Number.isFinite(value)
    ? value
    : stop(spanOf(token), `${token.text} is too large a number`);
}

function literal(node: ConstantNode, cursor: Cursor): Expression {
  const here = cursor.here();
  // true, null, NaN and Infinity are constants too
  if (/^[A-Za-z]/.test(String(node.value)) && !cursor.isAtNumber()) {
    stop(here, `${node.value} has no meaning in a formula`, 'write a comparison, or name a lever');
  }
  const token = cursor.takeNumber();
  const value = finite(Number(token.text), token);
  return { kind: 'number', value, unit: null, span: spanOf(token) };
}

function isNegated(node: MathNode): node is OperatorNode {
  return node.type === 'OperatorNode' && (node as OperatorNode).fn === 'unaryMinus';
}

function readUnitWord(name: string, span: Span): Unit {
  const unit = readUnit(name);
  if (!isRefusal(unit)) return unit;
  const hint = unit.hint?.startsWith('did you mean') ? unit.hint : 'write `*` between factors';
  throw new Refused(refuse('unit-unknown', unit.message, span.offset, span.length, hint));
}

/** What to do with a unit of several words, which would be a product or a quotient here. */
export const COMPOUND_UNIT = 'a number with a compound unit belongs in an assumption';

/** The one implicit product there is: a number followed by one unit. */
function quantity(node: OperatorNode, cursor: Cursor): Expression {
  const [first, word] = node.args as [MathNode, MathNode];
  const number = isNegated(first) ? first.args[0]! : first;
  if (number.type !== 'ConstantNode' || word.type !== 'SymbolNode' || !cursor.isAtNumber()) {
    convert(first, cursor);
    const isUnit = word.type === 'SymbolNode' && !isRefusal(readUnit((word as SymbolNode).name));
    const hint = isUnit
      ? COMPOUND_UNIT
      : 'write `*` between them; a number may be followed by one unit';
    stop(cursor.here(), 'two things stand side by side', hint);
  }
  const token = cursor.takeNumber();
  const name = (word as SymbolNode).name;
  if (name === 'in') return stopAtIn(cursor);
  const span = cursor.take(name);
  const unit = readUnitWord(name, span);
  const size = finite(toBase(token.text, unit), token);
  const value = number === first ? size : -size;
  return { kind: 'number', value, unit, span: join(spanOf(token), span) };
}

const OPERATOR_HINTS: Readonly<Record<string, string>> = {
  unaryPlus: 'leave the + out',
  mod: 'write x - floor(x / y) * y',
  to: 'a formula converts units by itself',
};

/** Reports an operator of the parser's grammar that is none of ours, where it stands. */
function refuseOperator(node: OperatorNode, cursor: Cursor): never {
  if (node.fn !== 'unaryPlus') convert(node.args[0]!, cursor);
  const message = `the operator "${node.op}" has no meaning here`;
  stop(cursor.operator(node.op), message, OPERATOR_HINTS[node.fn]);
}

function operate(node: OperatorNode, cursor: Cursor): Expression {
  if ((node as unknown as { implicit: boolean }).implicit) return quantity(node, cursor);
  if (node.op === 'in') return within(node, cursor);
  const operator = OPERATORS[node.fn];
  if (operator === undefined) return refuseOperator(node, cursor);
  const isWord = /^[a-z]/.test(node.op);
  const operands = node.args.map((argument, at) => {
    if (isWord && at === node.args.length - 1) cursor.take(node.op);
    return convert(argument, cursor);
  });
  const span = operands.map((operand) => operand.span).reduce(join, operands[0]!.span);
  return { kind: 'operate', operator, operands, span };
}

function stopAtIn(cursor: Cursor): never {
  stop(cursor.here(), '`in` joins an index and a set', 'write sum(i in region, x[i])');
}

function within(node: OperatorNode, cursor: Cursor): Expression {
  const [index, set] = node.args as [MathNode, MathNode];
  if (index.type !== 'SymbolNode' || set.type !== 'SymbolNode') {
    return stopAtIn(cursor);
  }
  const [name, of] = [(index as SymbolNode).name, (set as SymbolNode).name];
  const start = cursor.take(name);
  cursor.take('in');
  const span = join(start, cursor.take(of));
  return { kind: 'within', index: name, set: of, span };
}

function call(node: FunctionNode, cursor: Cursor): Expression {
  if ((node.fn as unknown as MathNode).type !== 'SymbolNode') {
    stop(cursor.here(), 'only the functions of the language can be called');
  }
  const callee = (node.fn as unknown as SymbolNode).name;
  const start = cursor.take(callee);
  const row = functionNamed(callee);
  if (row === undefined || row.rule === 'name') {
    const hint = hintFor(callee, functionNames()) ?? '`parley functions` lists them';
    throw new Refused(
      refuse(
        'unknown-function',
        `there is no function "${callee}"`,
        start.offset,
        start.length,
        hint,
      ),
    );
  }
  const [least, most] = row.operands;
  if (node.args.length < least || node.args.length > most) {
    const message = `${callee} is written ${row.form}`;
    throw new Refused(refuse('wrong-arguments', message, start.offset, start.length));
  }
  const operands = node.args.map((argument) => convert(argument, cursor));
  const last = operands.at(-1)!.span;
  const span = join(start, { offset: last.offset, length: last.length + 1 });
  return { kind: 'call', callee, operands, span };
}

function indexText(node: MathNode, cursor: Cursor): IndexText {
  if (node.type !== 'SymbolNode')
    stop(cursor.here(), 'an index is the name of a set, an index or an element');
  const { name } = node as SymbolNode;
  return { name, ...cursor.take(name) };
}

function access(node: AccessorNode, cursor: Cursor): Expression {
  const { index } = node as unknown as { index: { dotNotation: boolean; dimensions: MathNode[] } };
  if (index.dotNotation) {
    if (node.object.type !== 'SymbolNode') stop(cursor.here(), 'a name is written module.name');
    const module = (node.object as SymbolNode).name;
    const first = cursor.take(module);
    const name = String((index.dimensions[0] as unknown as ConstantNode).value);
    return { kind: 'name', module, name, indices: [], span: join(first, cursor.take(name)) };
  }
  const base = convert(node.object, cursor);
  if (base.kind !== 'name' || base.indices.length > 0)
    stop(base.span, 'only a name can be indexed');
  if (index.dimensions.length === 0) stop(base.span, 'the brackets are empty');
  const indices = index.dimensions.map((dimension) => indexText(dimension, cursor));
  const last = indices.at(-1)!;
  const span = join(base.span, { offset: last.offset, length: last.length + 1 });
  return { ...base, indices, span };
}

/** Reports a chain of comparisons at the second of them. */
function refuseChain(node: RelationalNode, cursor: Cursor): never {
  for (const compared of node.params.slice(0, 2)) convert(compared, cursor);
  const sign = COMPARISONS[node.conditionals[1]!]!;
  stop(cursor.operator(sign), 'comparisons cannot be chained', 'write `a < b and b < c`');
}

function refuseList(_: MathNode, cursor: Cursor): never {
  stop(cursor.operator('['), 'this is not part of the language', 'there are no lists');
}

const CONVERT: Readonly<Record<string, (node: never, cursor: Cursor) => Expression>> = {
  ConstantNode: literal,
  OperatorNode: operate,
  FunctionNode: call,
  AccessorNode: access,
  RelationalNode: refuseChain,
  ArrayNode: refuseList,
  ParenthesisNode: (node: ParenthesisNode, cursor: Cursor) => convert(node.content, cursor),
  SymbolNode: (node: SymbolNode, cursor: Cursor) => ({
    kind: 'name',
    module: null,
    name: node.name,
    indices: [],
    span: cursor.take(node.name),
  }),
};

function convert(node: MathNode, cursor: Cursor): Expression {
  const converter = CONVERT[node.type];
  if (converter !== undefined) return cursor.nest(() => converter(node as never, cursor));
  return stop(cursor.here(), 'this is not part of the language');
}

function refusalOf(thrown: unknown, text: string): Refusal {
  if (thrown instanceof Refused) return thrown.refusal;
  if (thrown instanceof RangeError) return tooLong(0);
  if (thrown instanceof SyntaxError) return explainSyntax(thrown, text);
  throw thrown;
}

/**
 * Parses a formula into the language's own expression.
 *
 * Errors: a refusal that points at the first part that is not in the language; nothing of the parser's
 * own tree leaves this file.
 */
export function parse(text: string): Expression | Refusal {
  if (text.trim() === '') return refuse('formula-syntax', 'a formula is wanted here', 0, 1);
  const refusal = scan(text);
  if (refusal !== null) return refusal;
  try {
    return convert(parseText(text), new Cursor(text));
  } catch (thrown) {
    return refusalOf(thrown, text);
  }
}

/** Parses a formula, or gives what it was parsed into before. */
export const parseOnce = readOnce(parse);
