import {
  Composer,
  type CST,
  type Document,
  isScalar,
  type Node,
  type YAMLError,
  YAMLParseError,
} from 'yaml';
import { error, type Problem, type ProblemCode } from '../problem.ts';
import type { SourceFile } from './document.ts';
import { explainLayout } from './explain-layout.ts';
import { positionAt } from './locate.ts';

/** What the library makes of the tokens of a text; `broken` where its structure cannot be trusted. */
export interface Composed {
  readonly contents: Node | null;
  readonly problems: readonly Problem[];
  readonly broken: boolean;
}

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  stringKeys: true,
  merge: false,
  uniqueKeys: false,
  resolveKnownTags: false,
  prettyErrors: false,
} as const;

/** Composes the first document; another one after it is a fault of that. */
function documentOf(source: SourceFile, tokens: readonly CST.Token[]): Document.Parsed {
  let first: Document.Parsed | null = null;
  for (const one of new Composer(OPTIONS).compose(tokens, true, source.text.length)) {
    if (first === null) {
      first = one;
      continue;
    }
    const [from, to] = one.range;
    first.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', 'a second document'));
    break;
  }
  return first!;
}

/**
 * Composes the tokens of YAML 1.2; warnings count as errors, and only the first is told: one slip upsets all that
 * follows it. Duplicate keys are left to us: the library is quadratic there.
 */
export function compose(source: SourceFile, tokens: readonly CST.Token[]): Composed {
  const document = documentOf(source, tokens);
  const faults = [...document.errors, ...document.warnings].filter(
    (fault) => !SCANNED.has(fault.code),
  );
  const problems = faults.slice(0, 1).map((fault) => explain(source, fault));
  const contents = isNothing(document.contents) ? null : document.contents;
  return { contents, problems, broken: document.errors.length > 0 };
}

/** Tells whether a document holds no more than comments and perhaps its own start mark. */
function isNothing(contents: Node | null): boolean {
  return isScalar(contents) && contents.range?.[0] === contents.range?.[1];
}

/** The token scan has already named these. */
const SCANNED: ReadonlySet<string> = new Set([
  'ALIAS_PROPS',
  'BAD_ALIAS',
  'BAD_DIRECTIVE',
  'BAD_PROP_ORDER',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_TAGS',
  'TAG_RESOLVE_FAILED',
]);

type Wording = readonly [message: string, hint?: string];

/** The library's codes in words for someone who has not read the YAML specification. */
const WORDING: Readonly<Record<string, Wording>> = {
  BAD_DQ_ESCAPE: [
    'this backslash starts no known escape',
    'write \\\\ for a backslash, or use single quotes',
  ],
  BAD_INDENT: [
    'this line is not indented as its place asks',
    'align it with its neighbours, and check that brackets are closed',
  ],
  BAD_SCALAR_START: ['a text cannot start with this character', 'put the text in quotes'],
  BLOCK_AS_IMPLICIT_KEY: [
    'there is a second ": " here, or a line indented below a value',
    'put a text that holds ": " in quotes',
  ],
  BLOCK_IN_FLOW: [
    'a comma is missing here, or indented lines stand inside { } or [ ]',
    'write a comma between entries, and put a text that holds ": " in quotes',
  ],
  KEY_OVER_1024_CHARS: ['this key is too long', 'check for a missing bracket or quote'],
  MISSING_CHAR: ['something is missing here', 'check quotes, commas and colons'],
  MULTILINE_IMPLICIT_KEY: [
    'a key and its colon must stand on one line',
    'check the line above: a colon needs a space after it',
  ],
  MULTIPLE_DOCS: [
    'a second document starts here',
    'one file holds one document: delete "---" or "..."',
  ],
  NON_STRING_KEY: ['a key must be a text', 'write it in quotes'],
  RESOURCE_EXHAUSTION: ['the file is too deeply nested to be read'],
  TAB_AS_INDENT: ['a tab cannot indent a line', 'use spaces'],
  UNEXPECTED_TOKEN: ['this was not expected here', 'check indentation, brackets and quotes'],
};

/** What a version control system leaves where two versions of a file disagree. */
const CONFLICT = /^[<=>]{7}(?: |\r?\n)/;

function conflict(source: SourceFile, at: number): Problem {
  const message = 'two versions of this file disagree here';
  return error('yaml-syntax', message, positionAt(source, at, 7), 'keep one, and delete the marks');
}

function explain(source: SourceFile, fault: YAMLError): Problem {
  const [message, hint] = WORDING[fault.code] ?? ['this is not YAML'];
  if (CONFLICT.test(source.text.slice(fault.pos[0]))) return conflict(source, fault.pos[0]);
  const code: ProblemCode = fault.code === 'MULTIPLE_DOCS' ? 'yaml-feature' : 'yaml-syntax';
  const [from, to] = fault.pos;
  const bracket = missingBracket(fault);
  const layout = explainLayout(source, fault.code, fault.pos, bracket);
  if (layout !== null) {
    const place = positionAt(source, layout.at, layout.length);
    return error(code, layout.message, place, layout.hint);
  }
  const told = bracket === undefined ? message : `a closing ${bracket} is missing before this`;
  return error(code, told, positionAt(source, from, to - from), hint);
}

/** A missing bracket has a name, and the library knows it. */
function missingBracket(fault: YAMLError): string | undefined {
  if (fault.code !== 'MISSING_CHAR' && fault.code !== 'BAD_INDENT') return undefined;
  return /end with an? ([\]}])/.exec(fault.message)?.[1];
}
