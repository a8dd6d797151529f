import type { SourceNode } from '../source/document.ts';
import { entriesOf, formulaOf, textOf } from './located.ts';
import { mergeLevers } from './merge.ts';
import { checkTitle } from './names.ts';
import type { LeverEdit } from './read-lever-value.ts';
import { describeNode } from './read-lever-value.ts';
import { entryOf, wanted } from './read-scalar.ts';
import { readLeverEntry, type SettingsContext } from './read-settings.ts';
import type { Condition } from './study.ts';

/** Reads the conditions of study.yaml: settings to impose, or a selection of draws. */
export function readConditions(context: SettingsContext, root: SourceNode): readonly Condition[] {
  return entriesOf(root, 'conditions').map(({ key: name, keyPosition, value: node }): Condition => {
    checkTitle(context.reading.problems, name, 'a condition', keyPosition);
    const title = textOf(node, 'title') || name.replaceAll('_', ' ');
    const when = entryOf(node, 'when');
    if (when !== undefined) return { kind: 'when', name, title, when: formulaOf(when) };
    const edits = new Map<string, ReadonlyMap<string, LeverEdit>>();
    if (entriesOf(node, 'impose').length === 0) {
      const hint = 'name levers and their values: { talks.deal_on: never }';
      wanted(context.reading, 'what is imposed', entryOf(node, 'impose')!.position, hint);
    }
    for (const entry of entriesOf(node, 'impose')) {
      const edit = readLeverEntry(context, entry.key, entry);
      if (edit !== null) edits.set(entry.key, edit);
    }
    const imposed = new Map([...context.levers].filter(([key]) => edits.has(key)));
    const layer = { file: node.position.file, edits: { levers: edits, assumptions: new Map() } };
    const levers = mergeLevers(imposed, [layer], context.reading.problems);
    const text = describeNode(entryOf(node, 'impose')!);
    return { kind: 'impose', name, title, levers, text };
  });
}
