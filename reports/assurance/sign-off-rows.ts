import type { Report } from '../report.ts';
import { type Cell, text } from '../sheet.ts';
import { byHand, heading } from './line.ts';

/** Leaves room for those who answer for the analysis; nothing is filled in for them. */
export function signOffRows({ say }: Report): Cell[][] {
  const roles: readonly (readonly [string, string])[] = [
    [
      say('Analyst'),
      say(
        'Did the work. The figures are what the model and the inputs named here yield; the limits are complete.',
      ),
    ],
    [
      say('Analytical assurer'),
      say(
        'Had no part in it. Verification and validation are in proportion to what hangs on the answer.',
      ),
    ],
    [
      say('Commissioner'),
      say(
        'Asked the question. It is the right one, and what the answer leaves open is understood.',
      ),
    ],
    [
      say('Approver'),
      say('Answers for its use. It is fit for the purpose named above, and for no other.'),
    ],
  ];
  return [
    heading(say('Sign-off')),
    [
      text(say('Role'), 'header'),
      text(say('Date'), 'header'),
      text(say('What is confirmed'), 'header'),
      text(say('Name and signature'), 'header'),
    ],
    ...roles.map(([role, said]) => [text(role, 'cellStrong'), byHand(), text(said), byHand()]),
  ];
}
