import type { Enlist, Let, Routine, Statement } from '../kernel/routine.ts';
import { asComment } from './check-code.ts';
import { RoutineText, type SayingOf } from './routine-text.ts';
import { writeSearch } from './write-search.ts';

function writeLet(text: RoutineText, { local, value, label }: Let): void {
  const written = text.expression(value);
  if (label !== null) text.say(label);
  text.add(`    const ${local} = ${written};`);
}

function writeEnlist(text: RoutineText, { memos, list, copies }: Enlist): void {
  text.add(`    if (!(${text.asBefore(memos)})) {`);
  text.add(`      ${text.column(list)}[q] = i; q += 1; ${text.renew(memos)}`);
  text.add('    } else {');
  for (const { from, to } of copies) text.add(`      ${text.at(to)} = ${text.at(from)};`);
  text.add('    }');
}

type Writers = {
  readonly [K in Statement['kind']]: (
    text: RoutineText,
    statement: Extract<Statement, { kind: K }>,
  ) => void;
};

const WRITERS: Writers = {
  let: (text, statement) => writeLet(text, statement),
  store: (text, { column, value, label }) => {
    if (label !== null) text.say(label);
    text.add(`    ${text.at(column)} = ${text.expression(value)};`);
  },
  watch: (text, { local }) => text.add(`    z += ${local} - ${local};`),
  require: (text, { label, condition }) => {
    text.add(`    // check ${asComment(label)}`);
    text.add(`    if (!(${text.expression(condition)})) z = NaN;`);
  },
  answer: (text, { index, value }) => {
    const answered = text.expression(value);
    text.add(`    ${text.head(`o${index}`, `O[${index}]`)}[i] = +${answered};`);
  },
  enlist: writeEnlist,
  search: writeSearch,
};

function writeStatement(text: RoutineText, statement: Statement): void {
  const write = WRITERS[statement.kind] as (text: RoutineText, one: Statement) => void;
  write(text, statement);
}

/** Writes a routine as a function of JavaScript over the draws of a block. */
export function writeRoutine(routine: Routine, parameters: string, sayingOf: SayingOf): string {
  const { name, over, statements } = routine;
  const text = new RoutineText(sayingOf);
  for (const statement of statements) writeStatement(text, statement);
  const enlists = statements.find((statement) => statement.kind === 'enlist');
  const ends =
    enlists === undefined
      ? null
      : { before: '  let q = 0;', after: `  ${text.column(enlists.count)}[0] = q;` };
  return text.text(`${name}(${parameters})`, over, ends);
}
