import type { Enlist, Routine, Statement } from '../kernel/routine.ts';
import type { Body } from '../wasm/body.ts';
import type { Callee, Value } from '../wasm/code.ts';
import type { ModuleWriter } from '../wasm/module-writer.ts';
import { numbersOf } from '../wasm/operations.ts';
import { i32 } from '../wasm/scalar.ts';
import { or } from './across.ts';
import { chooseWidth } from './choose-width.ts';
import { columnAt, type Draws, neighbours, scattered } from './draws.ts';
import { NUMBER, TOGETHER } from './memory-map.ts';
import { RoutineCode, type Surroundings } from './routine-code.ts';
import { type ListEnd, writeEnlist } from './write-list.ts';
import { writeSearch } from './write-search.ts';

/** Bytes of a list's entry. */
const ENTRY = 4;

/** Bytes of the entries of the draws that are handled at once, at most. */
const ENTRIES = TOGETHER * ENTRY;

function writeStatement(code: RoutineCode, statement: Exclude<Statement, Enlist>): void {
  const { draws, body } = code;
  const { map } = code.surroundings;
  switch (statement.kind) {
    case 'let':
      code.let(statement);
      break;
    case 'store':
      draws.store(body, columnAt(map, statement.column), code.compute(statement.value));
      break;
    case 'watch':
      code.watch(statement.local);
      break;
    case 'require':
      code.require(statement.condition);
      break;
    case 'answer': {
      const answer = code.compute(statement.value);
      const pack = code.isTruth(statement.value) ? numbersOf(body, answer) : answer;
      draws.store(body, { address: map.answers[statement.index]!, moves: false }, pack);
      break;
    }
    case 'search':
      writeSearch(code, statement);
  }
}

function writeStatements(code: RoutineCode, { statements }: Routine, end: ListEnd): void {
  for (const statement of code.paired(statements)) {
    if (statement.kind === 'enlist') writeEnlist(code, statement, end);
    else if (statement.kind === 'pair') code.pair(statement);
    else writeStatement(code, statement);
  }
  const marked = code.flaws();
  if (marked.length === 0) return;
  const flaws = { address: code.surroundings.map.flaws, moves: false };
  code.draws.store(code.body, flaws, marked.reduce(or, code.draws.load(flaws)));
}

/** Writes a loop whose counter goes from 0 in steps; it does not begin where there is nothing to do. */
function writeLoop(
  body: Body,
  until: Value<'i32'>,
  by: number,
  write: (at: Value<'i32'>) => void,
): void {
  const at = body.variable('i32');
  body.set(at, i32.constant(0));
  body.if(i32.less(at.value, until), () =>
    body.loop((head) => {
      write(at.value);
      body.set(at, i32.add(at.value, i32.constant(by)));
      body.branch(head, i32.less(at.value, until));
    }),
  );
}

/** Notes how long a list is, and fills it up to as many draws as are handled at once, with its last. */
function writeListEnd(body: Body, { length }: ListEnd, list: number, count: number): void {
  body.do(i32.store(i32.constant(0), length.value, count));
  body.if(length.value, () =>
    body.block((full) =>
      body.loop((head) => {
        const rest = i32.and(length.value, i32.constant(ENTRIES - 1));
        body.branch(full, i32.isZero(rest));
        const last = i32.load(i32.subtract(length.value, i32.constant(ENTRY)), list);
        body.do(i32.store(length.value, last, list));
        body.set(length, i32.add(length.value, i32.constant(ENTRY)));
        body.branch(head);
      }),
    ),
  );
}

/** Gives the draws that stand at one place of a list. */
function listed(body: Body, at: Value<'i32'>, list: number, width: number): Draws {
  return scattered(
    Array.from({ length: 2 * width }, (_, entry) => body.let(i32.load(at, list + entry * ENTRY))),
  );
}

/** Writes a routine as a function of the address of the step's numbers and of the bytes of a column in use. */
export function writeRoutine(
  module: ModuleWriter,
  routine: Routine,
  surroundings: Surroundings,
): Callee {
  const { map } = surroundings;
  const address = (column: number) => map.columns[column]!;
  const { over, statements } = routine;
  const width = chooseWidth(routine);
  return module.define(routine.name, ['i32', 'i32'], [], (body, base, bytes) => {
    const length = body.variable('i32');
    body.set(length, i32.constant(0));
    const write = (draws: Draws, at: Value<'i32'>) =>
      writeStatements(new RoutineCode(body, surroundings, draws, base), routine, { length, at });
    if (over === null) {
      writeLoop(body, bytes, 2 * width * NUMBER, (at) => write(neighbours(at, width), at));
    } else {
      const until = body.let(i32.load(i32.constant(0), address(over.count)));
      const list = address(over.list);
      writeLoop(body, until, 2 * width * ENTRY, (at) => write(listed(body, at, list, width), at));
    }
    const enlists = statements.find((statement) => statement.kind === 'enlist');
    if (enlists !== undefined) {
      writeListEnd(body, { length, at: bytes }, address(enlists.list), address(enlists.count));
    }
    return [];
  });
}
