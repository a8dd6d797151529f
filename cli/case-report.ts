import type { CaseVerdict } from '../engine/index.ts';
import { displayWidth, printable } from './display-width.ts';
import { coloursFor } from './terminal.ts';

/** More than a user reads of one case before looking into it. */
const MOST = 10;

const WIDEST = 40;

type Place = (one: Pick<CaseVerdict, 'position'>) => string;

function problemLines({ problems }: CaseVerdict, place: Place): readonly string[] {
  const lines = problems.slice(0, MOST).map((problem) => {
    const hint = problem.hint === undefined ? '' : ` (${printable(problem.hint)})`;
    return `      ${place(problem)}  ${printable(problem.message)}${hint}`;
  });
  const rest = problems.length - lines.length;
  return rest > 0 ? [...lines, `      ... and ${rest} more`] : lines;
}

function headLine({ label, compared, problems }: CaseVerdict, width: number): string {
  const { red, green } = coloursFor(process.stdout);
  const name = printable(label);
  const gap = ' '.repeat(Math.max(0, width - displayWidth(name)));
  const passed = problems.length === 0;
  const what = compared === 1 ? '1 number compared' : `${compared} numbers compared`;
  return `${passed ? green('pass') : red('FAIL')}  ${name}${gap}  ${what}`;
}

/** Names the numbers of the cases that were not looked at, so that nobody takes them for confirmed. */
function unreadLine(verdicts: readonly CaseVerdict[]): readonly string[] {
  const unread = [...new Set(verdicts.flatMap((one) => one.unread))];
  return unread.length === 0 ? [] : [`not read: ${unread.map(printable).join(', ')}`];
}

/** Says of each case whether it passed, and what differs where it did not. */
export function reportCases(verdicts: readonly CaseVerdict[], place: Place): string {
  const width = Math.min(
    WIDEST,
    Math.max(...verdicts.map(({ label }) => displayWidth(printable(label)))),
  );
  const lines = verdicts.flatMap((one) => [headLine(one, width), ...problemLines(one, place)]);
  const failed = verdicts.filter(({ problems }) => problems.length > 0).length;
  const count = `${verdicts.length - failed} passed, ${failed} failed`;
  return [...lines, ...unreadLine(verdicts), count].join('\n');
}
