import type { Routine, Statement } from '../../../engine/kernel/routine.ts';
import { printSearch } from './print-search.ts';
import { RoutineText, type Style } from './routine-text.ts';

type Writers = {
  readonly [K in Statement['kind']]: (
    text: RoutineText,
    statement: Extract<Statement, { kind: K }>,
  ) => void;
};

const WRITERS: Writers = {
  let: (text, { local, value }) => text.add(`const double ${local} = ${text.expression(value)};`),
  store: (text, { column, value }) => text.add(`${text.at(column)} = ${text.expression(value)};`),
  watch: (text, { local }) => text.add(`z += ${local} - ${local};`),
  require: (text, { condition }) => text.add(`if (!(${text.expression(condition)})) z = NAN;`),
  answer: (text, { index, value }) => text.add(`O[${index}][i] = ${text.expression(value)};`),
  search: printSearch,
  enlist: (text, { memos, list, copies }) => {
    if (text.style.vectorised) return;
    text.add(`if (!(${text.asBefore(memos)})) {`);
    text.add(`  ${text.column(list)}[q] = i; q += 1; ${text.renew(memos)}`);
    text.add('} else {');
    for (const { from, to } of copies) text.add(`  ${text.at(to)} = ${text.at(from)};`);
    text.add('}');
  },
};

function loopOf({ over }: Routine, text: RoutineText): readonly string[] {
  const all = 'for (long i = 0; i < n; i++) {';
  if (text.style.vectorised) return ['#pragma GCC ivdep', all];
  if (over === null) return [all];
  return [
    `const long q = (long)${text.column(over.count)}[0];`,
    'for (long j = 0; j < q; j++) {',
    `  const long i = (long)${text.column(over.list)}[j];`,
  ];
}

/** Writes a routine as a function of C over the draws of a block. */
export function printRoutine(routine: Routine, parameters: string, style: Style): string {
  const { name, statements } = routine;
  const text = new RoutineText(style);
  for (const statement of statements) {
    const write = WRITERS[statement.kind] as (text: RoutineText, one: Statement) => void;
    write(text, statement);
  }
  const enlists = statements.find((statement) => statement.kind === 'enlist');
  const loop = loopOf(routine, text);
  const counts = enlists !== undefined && !style.vectorised;
  return text.text(
    `${name}(${parameters})`,
    counts ? ['long q = 0;', ...loop] : loop,
    counts ? [`${text.column(enlists.count)}[0] = q;`] : [],
  );
}
