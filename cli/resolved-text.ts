import type { ResolvedLever, ResolvedScenario } from '../engine/index.ts';
import { displayWidth, printable } from './display-width.ts';

/** A line before its remark is put in its place. */
interface Line {
  readonly text: string;
  readonly remark: string;
}

interface Valued {
  readonly element: string;
  readonly text: string;
  readonly remark: string;
}

/** Beyond this column a remark follows at once. */
const REMARK = 52;

/** Terms are acts that a reader wants to see named beside what comes of them. */
function remarkOf({ isDefault, file, line, terms, written }: ResolvedLever): string {
  const place = isDefault ? `default, ${file}:${line}` : `${file}:${line}`;
  return terms ? `${place}: ${written}` : place;
}

/** Nests elements as `over:` does; a branch whose values are all alike becomes one line. */
function elementLines(name: string, values: readonly Valued[], indent: string): readonly Line[] {
  const [first] = values;
  if (first === undefined) return [];
  if (values.every(({ text, remark }) => text === first.text && remark === first.remark)) {
    return [{ text: `${indent}${name}: ${first.text}`, remark: first.remark }];
  }
  const branches = new Map<string, Valued[]>();
  for (const value of values) {
    const [head = '', ...rest] = value.element.split(',');
    const branch = branches.get(head) ?? [];
    branch.push({ ...value, element: rest.join(',') });
    branches.set(head, branch);
  }
  const below = [...branches].flatMap(([head, branch]) =>
    elementLines(head, branch, `${indent}  `),
  );
  return [{ text: `${indent}${name}:`, remark: '' }, ...below];
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function leverLines(levers: readonly ResolvedLever[]): readonly Line[] {
  return [...group(levers, ({ module }) => module)].flatMap(([module, inModule]) => {
    const lines = [...group(inModule, ({ name }) => name)].flatMap(([name, elements]) => {
      const values = elements.map((lever) => ({
        element: lever.element,
        text: lever.outcome,
        remark: remarkOf(lever),
      }));
      return elementLines(name, values, '  ');
    });
    return [{ text: `${module}:`, remark: '' }, ...lines];
  });
}

function assumptionLines({ assumptions }: ResolvedScenario): readonly Line[] {
  if (assumptions.length === 0) return [];
  const lines = [...group(assumptions, ({ key }) => key)].flatMap(([key, elements]) => {
    const values = elements.map(({ element, text, file, line }) => {
      return { element, text, remark: `${file}:${line}` };
    });
    return elementLines(key, values, '  ');
  });
  return [{ text: 'assumptions:', remark: '' }, ...lines];
}

function show({ text, remark }: Line): string {
  const plain = printable(text);
  if (remark === '') return plain;
  return `${plain}${' '.repeat(Math.max(2, REMARK - displayWidth(plain)))}# ${printable(remark)}`;
}

/** Writes a scenario as if it stood in one file, each value with the file and line that set it. */
export function resolvedText(scenario: ResolvedScenario): string {
  const parents = scenario.extends.length === 0 ? '' : `, extends ${scenario.extends.join(', ')}`;
  const head = `# ${scenario.name}: ${scenario.title}${parents}`;
  const lines = [...leverLines(scenario.levers), ...assumptionLines(scenario)];
  return [printable(head), ...lines.map(show)].join('\n');
}
