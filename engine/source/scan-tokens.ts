import { CST, Lexer, Parser } from 'yaml';
import { LIMITS } from '../limits.ts';
import { error, type Problem } from '../problem.ts';
import { checkColons, checkSpaces, MOST_PROBLEMS } from './check-characters.ts';
import type { SourceFile } from './document.ts';
import { positionAt } from './locate.ts';

/** What can be said about a text before it is composed from its tokens; a `hostile` text must not be. */
export interface TokenScan {
  readonly tokens: readonly CST.Token[];
  readonly problems: readonly Problem[];
  readonly hostile: boolean;
}

type Place = 'structure' | 'plain' | 'block';

/** Reads a YAML text token by token, without recursion, and refuses what this language leaves out. */
export function scanTokens(source: SourceFile): TokenScan {
  const problems: Problem[] = [];
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let offset = 0;
  let place: Place = 'structure';
  let block = false;
  let count = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    tokens.push(...parser.next(lexeme));
    count += 1;
    const limit = limitReached(source, offset, parser.stack.length, count);
    if (limit !== undefined) return { tokens, problems: [...problems, limit], hostile: true };
    if (problems.length > MOST_PROBLEMS) return { tokens, problems, hostile: true };
    if (lexeme === CST.SCALAR) place = block ? 'block' : 'plain';
    if (MARKERS.has(lexeme)) continue;
    problems.push(...checkToken(source, offset, lexeme, place));
    if (place !== 'structure') block = false;
    else if (CST.tokenType(lexeme) === 'block-scalar-header') block = true;
    place = 'structure';
    offset += lexeme.length;
  }
  tokens.push(...parser.end());
  return { tokens, problems, hostile: false };
}

const MARKERS: ReadonlySet<string> = new Set([CST.BOM, CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

function limitReached(
  source: SourceFile,
  offset: number,
  depth: number,
  tokens: number,
): Problem | undefined {
  if (depth > LIMITS.levels + 1) {
    const message = `more than ${LIMITS.levels} levels inside each other`;
    return error('yaml-feature', message, positionAt(source, offset, 1), 'check the brackets');
  }
  if (tokens <= LIMITS.tokens) return undefined;
  const hint = 'move tables of numbers into a CSV file';
  const message = 'the file holds too many values';
  return error('file-too-large', message, positionAt(source, offset, 1), hint);
}

const INSTEAD = 'write the value in full, or put it in quotes if it is text';

/** Features of YAML that would make a file say something other than what it shows. */
const REFUSED: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  anchor: ['an anchor', 'write the value where it is needed; scenarios share settings by extends:'],
  alias: ['a reference to an anchor', INSTEAD],
  tag: ['a tag', INSTEAD],
  'directive-line': ['a directive', 'delete this line'],
};

function checkToken(
  source: SourceFile,
  offset: number,
  lexeme: string,
  place: Place,
): readonly Problem[] {
  const end = offset + lexeme.length;
  if (place !== 'structure') return checkText(source, offset, end, place);
  const type = CST.tokenType(lexeme);
  if (type === null) return checkText(source, offset, end, 'plain');
  const refused = REFUSED[type];
  if (refused !== undefined) {
    const message = `${lexeme.trimEnd()} is ${refused[0]}, which is not used here`;
    return [error('yaml-feature', message, positionAt(source, offset, lexeme.length), refused[1])];
  }
  return checkQuotes(source, offset, lexeme, type);
}

/** In a block of text a full-width colon can only be text; a space of another kind still misleads. */
function checkText(
  source: SourceFile,
  from: number,
  to: number,
  place: 'plain' | 'block',
): readonly Problem[] {
  const spaces = checkSpaces(source, from, to);
  return place === 'block' ? spaces : [...spaces, ...checkColons(source, from, to)];
}

function checkQuotes(
  source: SourceFile,
  offset: number,
  lexeme: string,
  type: string,
): readonly Problem[] {
  if (!type.endsWith('-quoted-scalar')) return [];
  if (lexeme.length > 1 && lexeme.endsWith(lexeme[0] ?? '')) return [];
  const message = 'the quote that opens here is never closed';
  const hint = `write ${lexeme[0]} where the text ends`;
  return [error('yaml-syntax', message, positionAt(source, offset, lexeme.length), hint)];
}
