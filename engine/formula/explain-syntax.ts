import { type Refusal, refuse } from '../quantity/refusal.ts';

/** What the parser says, and how we say it. */
const SAYINGS: readonly (readonly [said: RegExp, ours: string])[] = [
  [/^parenthesis \) expected.*/i, 'a closing ")" is missing'],
  [/^.* \] expected.*/i, 'a closing "]" is missing'],
  [/^unexpected end of expression.*/i, 'the formula ends too early'],
  [/^value expected.*/i, 'a number or a name is wanted here'],
  [/^unexpected operator (.+)/i, '"$1" cannot stand here'],
  [/^unexpected part (.+)/i, '$1 cannot stand here'],
  [/^property name expected after dot.*/i, 'a name is written module.name'],
  [/^digit expected, got (.+)/i, 'a digit is wanted here, not $1'],
];

/** Turns what the parser throws at a text into a refusal in our own words. */
export function explainSyntax(thrown: Error, text: string): Refusal {
  const { char = 1 } = thrown as { char?: number };
  const offset = Math.max(0, Math.min(char - 1, text.length - 1));
  const said = thrown.message.replace(/ \(char \d+\)$/, '');
  const saying = SAYINGS.find(([pattern]) => pattern.test(said));
  const message = saying === undefined ? 'this is not a formula' : said.replace(...saying);
  const hint = message.startsWith('")"') ? 'delete it, or add the "(" that it closes' : undefined;
  return refuse('formula-syntax', message, offset, 1, hint);
}
