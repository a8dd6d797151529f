import type { z } from 'zod';
import { error, type Position, type Problem } from '../problem.ts';
import { checkShape } from '../source/check-shape.ts';
import type { MapNode, ScalarNode, SourceNode } from '../source/document.ts';
import { allowedKeys, alternatives, schemasUnder } from '../source/schema-walk.ts';
import { LANGUAGES, type Language, type Translations } from './language.ts';
import { IN_LANGUAGES, isProse } from './prose.ts';
import { entryOf } from './read-scalar.ts';

type Schemas = readonly z.core.$ZodType[];

/** A text and where it stands. */
interface Placed {
  readonly text: string;
  readonly position: Position;
}

/** What the files of a study say to readers, gathered as they are read. */
export interface Gathered {
  /** What the study is written in. */
  readonly language: Language;
  /** Every text for readers in that language. */
  readonly said: Set<string>;
  readonly translations: Map<Language, Map<string, Placed>>;
  readonly problems: Problem[];
}

/** Begins to gather the texts of a study. */
export function gatherTexts(language: Language, problems: Problem[]): Gathered {
  return { language, said: new Set(), translations: new Map(), problems };
}

function placedIn(node: SourceNode | undefined): Placed | null {
  if (node?.kind !== 'scalar') return null;
  return { text: String(node.value).trim(), position: node.position };
}

function sayPlace({ file, line }: Position): string {
  return `${file}:${line}`;
}

function keep(gathered: Gathered, language: Language, own: string, placed: Placed): void {
  const known = gathered.translations.get(language) ?? new Map<string, Placed>();
  const first = known.get(own) ?? placed;
  gathered.translations.set(language, known.set(own, first));
  if (first.text === placed.text) return;
  const message = `the same text is another in \`${language}\` at ${sayPlace(first.position)}`;
  const hint = `a text has one translation: give both the same, or word the \`${gathered.language}\` otherwise`;
  gathered.problems.push(error('bad-translation', message, placed.position, hint));
}

/** Takes the study's own language out of a map of languages and keeps the others; null where it is not there. */
export function takeOwn(gathered: Gathered, node: MapNode): ScalarNode | null {
  const { language, problems } = gathered;
  const shape = checkShape(IN_LANGUAGES, node);
  problems.push(...shape.problems);
  if (shape.value === null) return null;
  const own = entryOf(node, language);
  if (own?.kind !== 'scalar') {
    const message = `a text is wanted in \`${language}\` too, which the study is written in`;
    const hint = 'what it is written in says `language:` of study.yaml; `en` if left out';
    problems.push(error('missing-key', message, node.position, hint));
    return null;
  }
  for (const other of LANGUAGES) {
    const placed = other === language ? null : placedIn(entryOf(node, other));
    if (placed !== null) keep(gathered, other, placedIn(own)!.text, placed);
  }
  return own;
}

/** A map with a key that something else in this place has is no map of languages. */
function holdsLanguages(node: MapNode, schemas: Schemas): boolean {
  const others = allowedKeys(schemas);
  return node.entries.length > 0 && !node.entries.some(({ key }) => others.includes(key));
}

/** What is wrong with a text was said; something stands in for it, so that nothing is said twice. */
function standIn({ position }: MapNode): ScalarNode {
  const source = { file: position.file, text: '', lineStarts: [0] };
  return { kind: 'scalar', value: '?', raw: { source, start: 0, text: '?' }, position };
}

/**
 * Takes every text for readers from a file: what remains has the study's own language alone, as if the others had
 * never been there.
 */
export function takeTexts(gathered: Gathered, node: SourceNode, schemas: Schemas): SourceNode {
  const inner = schemas.flatMap(alternatives);
  if (inner.some(isProse)) {
    if (node.kind === 'map' && holdsLanguages(node, inner)) {
      const own = takeOwn(gathered, node);
      return own === null ? standIn(node) : takeTexts(gathered, own, inner);
    }
    const placed = placedIn(node);
    if (placed !== null) gathered.said.add(placed.text);
  }
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') {
    const items = node.items.map((item, at) => takeTexts(gathered, item, schemasUnder(inner, at)));
    return { ...node, items };
  }
  const entries = node.entries.map((entry) => {
    return { ...entry, value: takeTexts(gathered, entry.value, schemasUnder(inner, entry.key)) };
  });
  return { ...node, entries };
}

/** Gives the translations that were gathered, without their places. */
export function translationsOf({ translations }: Gathered): Translations {
  return new Map(
    [...translations].map(([language, texts]) => [
      language,
      new Map([...texts].map(([own, { text }]) => [own, text])),
    ]),
  );
}
