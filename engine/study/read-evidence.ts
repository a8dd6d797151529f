import { error, type Position } from '../problem.ts';
import type { SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import { placeOf, textOf } from './located.ts';
import type { AssumptionSetting, Evidence, Extent } from './model-text.ts';
import { entryOf, type Reading } from './read-scalar.ts';
import { columnIn, isTable } from './read-table-settings.ts';
import type { Tables } from './read-table-values.ts';

/** The source that stands for none: the author's own judgement. */
const JUDGEMENT = 'judgement';

/** What is needed to read where an assumption's values come from. */
export interface EvidenceForm {
  readonly extent: Extent;
  readonly tables: Tables;
  /** Null where sources.yaml cannot be read. */
  readonly sources: ReadonlySet<string> | null;
  /** What was read of each element; null where that failed and says nothing about ranges. */
  readonly settings: ReadonlyMap<string, AssumptionSetting> | null;
}

/** A text of the record of one element, and where it stands. */
interface Said {
  readonly text: string;
  readonly position: Position;
}

/** What is said under a key: by element from a table, or one text that all elements share. */
interface Record {
  readonly byCell: boolean;
  readonly said: ReadonlyMap<string, Said>;
}

function readRecord(
  reading: Reading,
  node: SourceNode,
  key: 'source' | 'why',
  { extent, tables }: EvidenceForm,
  position: Position,
): Record {
  const at = entryOf(node, key);
  if (isTable(at)) {
    const cells = tables.cells(reading, entryOf(at, 'table')!, columnIn(at, key), extent, true);
    return { byCell: true, said: cells ?? new Map<string, Said>() };
  }
  const shared = { text: textOf(node, key), position: placeOf(node, key, position) };
  return { byCell: false, said: new Map(extent.elements.map((element) => [element, shared])) };
}

function checkSource(
  reading: Reading,
  { text: source, position }: Said,
  sources: ReadonlySet<string> | null,
  what: string,
): void {
  if (source === '') {
    const hint = 'name one of sources.yaml, or `source: judgement` with `why:`';
    reading.problems.push(error('missing-source', `${what} names no source`, position, hint));
  } else if (source !== JUDGEMENT && sources?.has(source) === false) {
    const message = `sources.yaml has no source "${source}"`;
    const hint =
      hintFor(source, sources ?? []) ?? 'add it there, or write `source: judgement` with `why:`';
    reading.problems.push(error('unknown-source', message, position, hint));
  }
}

function checkJudgement(reading: Reading, source: Record, why: Record, form: EvidenceForm): void {
  for (const [element, { text, position }] of source.said) {
    const reason = why.said.get(element);
    if (text !== JUDGEMENT || reason === undefined) continue;
    if (reason.text === '') {
      const at = why.byCell ? reason.position : position;
      const hint = 'add `why:` with the reasoning';
      reading.problems.push(error('missing-source', 'a judgement says why', at, hint));
    }
    if (source.byCell && form.settings?.get(element)?.distribution === null) {
      const message = 'a cell without evidence is an uncertainty, and this one has no range';
      const hint = 'give it a low and a high end under `uncertainty:`, or a source';
      reading.problems.push(error('missing-source', message, position, hint));
    }
  }
}

/** Reads the source and the reasoning behind each element, from texts for all or from columns of a table. */
export function readEvidence(
  reading: Reading,
  node: SourceNode,
  form: EvidenceForm,
  position: Position,
): Map<string, Evidence> {
  const source = readRecord(reading, node, 'source', form, position);
  const why = readRecord(reading, node, 'why', form, position);
  for (const said of new Set(source.said.values())) {
    checkSource(reading, said, form.sources, source.byCell ? 'the cell' : 'the assumption');
  }
  checkJudgement(reading, source, why, form);
  return new Map(
    form.extent.elements.map((element) => [
      element,
      { source: source.said.get(element)?.text ?? '', why: why.said.get(element)?.text ?? '' },
    ]),
  );
}
