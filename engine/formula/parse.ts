import type {
  AccessorNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from 'mathjs';
import { parse as parseText } from 'mathjs/number';
import { isRefusal, type Refusal, refuse } from '../quantity/refusal.ts';
import { readUnit, toBase } from '../quantity/unit.ts';
import { hintFor } from '../source/suggest.ts';
import type { Expression, IndexText, Operator, Span } from './expression.ts';
import { functionNamed, functionNames } from './functions.ts';
import { scan, type Token, tokensOf } from './tokens.ts';

const OPERATORS: Readonly<Record<string, Operator>> = {
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  divide: 'divide',
  pow: 'power',
  unaryMinus: 'negate',
  smaller: 'less',
  smallerEq: 'lessEqual',
  larger: 'greater',
  largerEq: 'greaterEqual',
  equal: 'equal',
  unequal: 'unequal',
  and: 'and',
  or: 'or',
  xor: 'xor',
  not: 'not',
};

/** Thrown inside this file only, to leave the recursion at the first thing that is not allowed. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** The parser's tree has no positions; words come in the order they were written, so tokens give them. */
class Cursor {
  readonly tokens: readonly Token[];
  next = 0;
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }
  take(text: string): Span {
    const index = this.tokens.findIndex((token, at) => at >= this.next && token.text === text);
    if (index < 0) return this.here();
    this.next = index + 1;
    return { offset: this.tokens[index]!.offset, length: text.length };
  }
  takeNumber(): Token {
    const index = this.tokens.findIndex((t, at) => at >= this.next && /^\d/.test(t.text));
    this.next = index + 1;
    return this.tokens[index]!;
  }
  here(): Span {
    const token = this.tokens[Math.min(this.next, this.tokens.length - 1)];
    return { offset: token?.offset ?? 0, length: token?.text.length ?? 1 };
  }
}

function join(a: Span, b: Span): Span {
  return { offset: a.offset, length: Math.max(a.length, b.offset + b.length - a.offset) };
}

function stop(span: Span, message: string, hint?: string): never {
  throw new Refused(refuse('formula-feature', message, span.offset, span.length, hint));
}

function literal(node: ConstantNode, cursor: Cursor): Expression {
  if (typeof node.value !== 'number')
    stop(cursor.here(), `${node.value} has no meaning in a formula`);
  const token = cursor.takeNumber();
  const value = Number(token.text);
  const span = { offset: token.offset, length: token.text.length };
  if (Number.isFinite(value)) return { kind: 'number', value, unit: null, span };
  return stop(span, `${token.text} is too large a number`);
}

/** The one implicit product there is: a number followed by one unit. */
function quantity(node: OperatorNode, cursor: Cursor): Expression {
  const [number, word] = node.args as [MathNode, MathNode];
  if (number.type !== 'ConstantNode' || word.type !== 'SymbolNode') {
    stop(
      cursor.here(),
      'two things stand side by side',
      'write `*` between them; a number may be followed by one unit',
    );
  }
  const token = cursor.takeNumber();
  const name = (word as SymbolNode).name;
  const span = cursor.take(name);
  const unit = readUnit(name);
  if (isRefusal(unit)) {
    const hint = unit.hint?.startsWith('did you mean') ? unit.hint : 'write `*` between factors';
    throw new Refused({ ...refuse('unit-unknown', unit.message, span.offset, span.length, hint) });
  }
  const whole = join({ offset: token.offset, length: token.text.length }, span);
  return { kind: 'number', value: toBase(token.text, unit), unit, span: whole };
}

function operate(node: OperatorNode, cursor: Cursor): Expression {
  if ((node as unknown as { implicit: boolean }).implicit) return quantity(node, cursor);
  if (node.op === 'in') return within(node, cursor);
  const operator = OPERATORS[node.fn];
  const start = cursor.here();
  if (operator === undefined) stop(start, `the operator "${node.op}" is not part of the language`);
  const operands = node.args.map((argument) => convert(argument, cursor));
  const span = operands.map((operand) => operand.span).reduce(join, operands[0]!.span);
  return { kind: 'operate', operator, operands, span };
}

function within(node: OperatorNode, cursor: Cursor): Expression {
  const [index, set] = node.args as [MathNode, MathNode];
  if (index.type !== 'SymbolNode' || set.type !== 'SymbolNode') {
    stop(cursor.here(), '`in` joins an index and a set', 'write sum(i in region, x[i])');
  }
  const [name, of] = [(index as SymbolNode).name, (set as SymbolNode).name];
  const span = join(cursor.take(name), cursor.take(of));
  return { kind: 'within', index: name, set: of, span };
}

function call(node: FunctionNode, cursor: Cursor): Expression {
  const callee = (node.fn as unknown as SymbolNode).name;
  if (typeof callee !== 'string')
    stop(cursor.here(), 'only the functions of the language can be called');
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
  const indices = index.dimensions.map((dimension) => indexText(dimension, cursor));
  const last = indices.at(-1)!;
  const span = join(base.span, { offset: last.offset, length: last.length + 1 });
  return { ...base, indices, span };
}

const CONVERT: Readonly<Record<string, (node: never, cursor: Cursor) => Expression>> = {
  ConstantNode: literal,
  OperatorNode: operate,
  FunctionNode: call,
  AccessorNode: access,
  ParenthesisNode: (node: ParenthesisNode, cursor: Cursor) => convert(node.content, cursor),
  SymbolNode: (node: SymbolNode, cursor: Cursor) => ({
    kind: 'name',
    module: null,
    name: node.name,
    indices: [],
    span: cursor.take(node.name),
  }),
};

const FEATURES: Readonly<Record<string, string>> = {
  RelationalNode: 'write `a < b and b < c`',
  AssignmentNode: 'compare with ==',
  RangeNode: 'there are no ranges',
  ArrayNode: 'there are no lists',
};

function convert(node: MathNode, cursor: Cursor): Expression {
  const converter = CONVERT[node.type];
  if (converter !== undefined) return converter(node as never, cursor);
  return stop(cursor.here(), 'this is not part of the language', FEATURES[node.type]);
}

function syntaxRefusal(thrown: unknown, text: string): Refusal {
  const { message, char } = thrown as { message: string; char?: number };
  const offset = Math.max(0, Math.min((char ?? 1) - 1, text.length - 1));
  const said = message
    .replace(/ \(char \d+\)$/, '')
    .replace(/^./, (letter) => letter.toLowerCase());
  return refuse('formula-syntax', said, offset, 1);
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
  let tree: MathNode;
  try {
    tree = parseText(text);
  } catch (thrown) {
    return syntaxRefusal(thrown, text);
  }
  try {
    return convert(tree, new Cursor(tokensOf(text)));
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.refusal;
    throw thrown;
  }
}
