import type { z } from 'zod';
import { error, hasErrors, type Problem } from '../problem.ts';
import { checkShape } from '../source/check-shape.ts';
import type { ScalarNode, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import { LANGUAGES, type Language } from './language.ts';
import { textOf } from './located.ts';
import type { ModelText } from './model-text.ts';
import { TEXTS } from './prose.ts';
import { MODEL, MODULE, SCENARIO, SOURCES, STUDY } from './schema.ts';
import { type Gathered, gatherTexts, takeOwn, takeTexts } from './take-texts.ts';

type Roots = ReadonlyMap<string, SourceNode>;

/** The texts of a study, and its files as they are without other languages. */
export interface StudyTexts extends Gathered {
  readonly roots: Roots;
  /** The texts that the files in texts/ translate. */
  readonly entries: readonly ScalarNode[];
}

const SHAPES: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['study.yaml', STUDY],
  ['sources.yaml', SOURCES],
  ['model/model.yaml', MODEL],
]);

/** Gives the shape of a file whose texts readers see; null for tests and the rest. */
function shapeOf(file: string): z.ZodType | null {
  if (SHAPES.has(file)) return SHAPES.get(file)!;
  if (file.startsWith('model/')) return MODULE;
  return file.includes('/') ? null : SCENARIO;
}

function languageOf(roots: Roots): Language {
  const typed = textOf(roots.get('study.yaml'), 'language');
  return LANGUAGES.find((language) => language === typed) ?? 'en';
}

/** Reads the entries of one file in texts/. */
function readEntries(gathered: Gathered, root: SourceNode): readonly ScalarNode[] {
  const shape = checkShape(TEXTS, root);
  gathered.problems.push(...shape.problems);
  if (shape.value === null || root.kind !== 'list') return [];
  return root.items.flatMap((item) => (item.kind === 'map' ? (takeOwn(gathered, item) ?? []) : []));
}

/** Reads the texts that the files of a study have for readers, in its own language and in others. */
export function readTexts(roots: Roots, problems: Problem[]): StudyTexts {
  const gathered = gatherTexts(languageOf(roots), problems);
  const own = [...roots].map(([file, root]): [string, SourceNode] => {
    const shape = shapeOf(file);
    return [file, shape === null ? root : takeTexts(gathered, root, [shape])];
  });
  const files = [...roots].filter(([file]) => file.startsWith('texts/'));
  const entries = files.flatMap(([, root]) => readEntries(gathered, root));
  return { ...gathered, roots: new Map(own), entries };
}

/** Lists what tables beside the model say to readers. */
function textsOfTables({ modules }: ModelText): readonly string[] {
  const assumptions = modules.flatMap((module) => module.assumptions);
  return assumptions.flatMap(({ evidence }) => [...evidence.values()].map(({ why }) => why));
}

/** Reports entries of texts/ that translate nothing; what could not be read would make such of many. */
export function checkEntries({ said, entries, problems }: StudyTexts, model: ModelText): void {
  if (hasErrors(problems)) return;
  const known = new Set([...said, ...textsOfTables(model)]);
  for (const { value, position } of entries) {
    const text = String(value).trim();
    if (known.has(text)) continue;
    const message = 'no text of the study reads like this, so nothing is translated';
    const hint =
      hintFor(text, known) ?? 'was it reworded? Copy it from where it stands, or delete it';
    problems.push(error('unknown-text', message, position, hint));
  }
}
