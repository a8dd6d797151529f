import { error, type Position, type Problem } from '../problem.ts';
import { looksLikeDate } from '../quantity/calendar.ts';
import { unitWords } from '../quantity/unit-table.ts';

/**
 * Words that mean something in formulas or files; no set, element, lever or equation may be called so. Functions
 * are not among them: `floor(x)` and an assumption called `floor` are told apart by the brackets.
 */
const RESERVED: ReadonlySet<string> = new Set([
  ...'step date on never start all end in to mod and or not xor yes no'.split(' '),
  ...'calendar_year calendar_month true false null undefined Infinity NaN'.split(' '),
  ...'assumptions shocks scenario given title about author not_modelled extends'.split(' '),
  ...'constructor prototype toString valueOf hasOwnProperty'.split(' '),
  ...unitWords().filter((word) => /^\w+$/.test(word)),
]);

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Reports the name of something that no formula reads: any word will do. */
export function checkTitle(
  problems: Problem[],
  name: string,
  what: string,
  position: Position,
): void {
  if (NAME.test(name)) return;
  const hint = 'letters, digits and _ only, beginning with a letter';
  problems.push(error('bad-name', `"${name}" cannot name ${what}`, position, hint));
}

/** Reports a name that cannot be used for `what`. */
export function checkName(
  problems: Problem[],
  name: string,
  what: string,
  position: Position,
): void {
  if (looksLikeDate(name)) {
    problems.push(error('bad-name', `"${name}" looks like a date`, position));
  } else if (!NAME.test(name)) {
    const hint = 'letters, digits and _ only, beginning with a letter';
    problems.push(error('bad-name', `"${name}" cannot name ${what}`, position, hint));
  } else if (RESERVED.has(name)) {
    problems.push(
      error(
        'reserved-name',
        `"${name}" has a meaning of its own`,
        position,
        `give ${what} another name`,
      ),
    );
  }
}
