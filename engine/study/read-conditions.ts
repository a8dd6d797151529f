import type { SourceNode } from '../source/document.ts';
import { entriesOf, formulaOf, textOf } from './located.ts';
import { checkTitle } from './names.ts';
import { readGivenLevers } from './read-given-levers.ts';
import { entryOf } from './read-scalar.ts';
import type { SettingsContext } from './read-settings.ts';
import type { Condition } from './study.ts';

/** Reads the conditions of study.yaml: settings to impose, or a selection of draws. */
export function readConditions(context: SettingsContext, root: SourceNode): readonly Condition[] {
  return entriesOf(root, 'conditions').map(({ key: name, keyPosition, value: node }): Condition => {
    checkTitle(context.reading.problems, name, 'a condition', keyPosition);
    const title = textOf(node, 'title') || name.replaceAll('_', ' ');
    const when = entryOf(node, 'when');
    if (when !== undefined) return { kind: 'when', name, title, when: formulaOf(when) };
    const { levers, text } = readGivenLevers(context, node, 'impose', 'what is imposed');
    return { kind: 'impose', name, title, levers, text };
  });
}
