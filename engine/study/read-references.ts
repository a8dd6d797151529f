import { error, type Problem, warning } from '../problem.ts';
import type { ScalarNode, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import { isPath } from './apply-terms.ts';
import { placeOf, textOf, textsOf } from './located.ts';
import type { ModelText } from './model-text.ts';
import { checkReference } from './read-frame.ts';
import { entryOf, wordsOf } from './read-scalar.ts';
import type { LayeredScenario } from './read-scenario.ts';
import type { BreakEvenRequest, Scenario, Study, Validation } from './study.ts';

/** As many hypercubes as a sample is split into, for errors. */
const HYPERCUBES = 20;

/** Reports each name that a list has a second time. */
function refuseTwice(problems: Problem[], nodes: readonly ScalarNode[]): void {
  const names = nodes.map(wordsOf);
  for (const [at, node] of nodes.entries()) {
    if (names.indexOf(names[at]!) === at) continue;
    const message = `${names[at]} stands here twice`;
    problems.push(error('duplicate-name', message, node.position, 'keep one of them'));
  }
}

/** Where a comma or an indentation is wrong, two items become one text. */
function hintForSeveral(name: string, known: readonly string[]): string | undefined {
  const words = name.split(/[\s-]*\s[\s-]*/);
  if (words.length < 2 || !words.every((word) => known.includes(word))) return undefined;
  const isBlock = /\s-\s/.test(name);
  return isBlock ? 'indent all items of a list alike' : 'write a comma between the two';
}

/** Finds the scenarios that study.yaml lists, and holds its two roles against them. */
export function chosenScenarios(
  root: SourceNode,
  scenarios: ReadonlyMap<string, LayeredScenario>,
  problems: Problem[],
): readonly Scenario[] {
  const known = [...scenarios.keys()];
  const nodes = textsOf(root, 'scenarios');
  for (const node of nodes) {
    const name = wordsOf(node);
    const plain = name.replace(/\.ya?ml$/, '');
    const hint = known.includes(plain)
      ? `did you mean "${plain}"?`
      : (hintForSeveral(name, known) ??
        hintFor(name, known) ??
        `a scenario is the file ${plain}.yaml`);
    checkReference(problems, 'unknown-scenario', name, known, node.position, hint);
  }
  const names = nodes.map(wordsOf);
  refuseTwice(problems, nodes);
  // A name that is misspelt in the list is perhaps the one that a role has right.
  const roles = names.every((name) => known.includes(name)) ? names : [...names, ...known];
  for (const role of ['reference', 'baseline']) {
    const name = textOf(root, role);
    const hint = hintFor(name, names) ?? `${role} is one of \`scenarios:\``;
    checkReference(
      problems,
      'unknown-scenario',
      name,
      roles,
      placeOf(root, role, root.position),
      hint,
    );
  }
  return names.flatMap((name) => scenarios.get(name)?.scenario ?? []);
}

/** As many measures as a summary has room for. */
const MOST_HEADLINES = 3;

/** Reads the names of the measures that come first in a summary; by default the first of all. */
export function readHeadline(
  root: SourceNode,
  measures: readonly { readonly name: string }[],
  problems: Problem[],
): readonly string[] {
  const known = measures.map(({ name }) => name);
  const nodes = textsOf(root, 'headline');
  if (nodes.length === 0) return known.slice(0, MOST_HEADLINES);
  refuseTwice(problems, nodes);
  return nodes.map((node) => {
    const name = wordsOf(node);
    checkReference(problems, 'unknown-measure', name, known, node.position, hintFor(name, known));
    return name;
  });
}

/** Reads `break_even:`; null where the study asks for none. */
export function readBreakEven(
  root: SourceNode,
  study: Pick<Study, 'measures' | 'conditions' | 'scenarios' | 'baseline' | 'reference'>,
  problems: Problem[],
): BreakEvenRequest | null {
  const node = entryOf(root, 'break_even');
  if (node === undefined) return null;
  const measures = study.measures.map(({ name }) => name);
  const imposed = study.conditions.filter(({ kind }) => kind === 'impose').map(({ name }) => name);
  const scenarios = study.scenarios.map(({ name }) => name);
  const selecting = study.conditions.filter(({ kind }) => kind === 'when').map(({ name }) => name);
  const check = (code: 'unknown-measure' | 'unknown-condition', key: string, known: string[]) => {
    const name = textOf(node, key);
    const selects = code === 'unknown-condition' && selecting.includes(name);
    const only = `${name} only selects draws; break-even compares what is imposed`;
    checkReference(
      problems,
      code,
      name,
      known,
      placeOf(node, key, node.position),
      selects ? only : hintFor(name, known),
    );
    return name;
  };
  const measure = check('unknown-measure', 'measure', measures);
  const success = check('unknown-condition', 'success', imposed);
  const failure = check('unknown-condition', 'failure', imposed);
  const chosen = textsOf(node, 'scenarios');
  for (const at of chosen) {
    const name = wordsOf(at);
    checkReference(
      problems,
      'unknown-scenario',
      name,
      scenarios,
      at.position,
      hintFor(name, scenarios),
    );
  }
  const others = scenarios.filter((name) => name !== study.baseline && name !== study.reference);
  return { measure, success, failure, scenarios: chosen.length > 0 ? chosen.map(wordsOf) : others };
}

/** Finds the scenarios that validations name and study.yaml does not list. */
export function validationScenarios(
  validations: readonly Validation[],
  listed: readonly Scenario[],
  scenarios: ReadonlyMap<string, LayeredScenario>,
): readonly Scenario[] {
  const names = new Set(validations.flatMap(({ scenario, against }) => [scenario, against]));
  for (const { name } of listed) names.delete(name);
  return [...names].flatMap((name) => scenarios.get(name)?.scenario ?? []);
}

function hasRanges({ levers, assumptions }: Scenario): boolean {
  const isDrawn = [...levers.values()].some((values) =>
    [...values.values()].some(({ value: { value } }) => !isPath(value)),
  );
  const settings = [...assumptions.values()].flatMap((values) => [...values.values()]);
  return isDrawn || settings.some(({ value }) => value.distribution !== null);
}

/** Tells whether draws differ in any scenario. */
function isUncertain({ modules }: ModelText, scenarios: readonly Scenario[]): boolean {
  return (
    scenarios.some(hasRanges) ||
    modules.some(({ shocks, assumptions }) => {
      const settings = assumptions.flatMap((one) => [...one.settings.values()]);
      return shocks.length > 0 || settings.some(({ distribution }) => distribution !== null);
    })
  );
}

/** Reports a number of draws that cannot be sampled as asked, and warns of one that is no sample. */
export function checkDraws(
  root: SourceNode,
  model: ModelText,
  scenarios: readonly Scenario[],
  problems: Problem[],
): void {
  const draws = Number(textOf(root, 'draws'));
  if (textOf(root, 'sampling') === 'random') return;
  const position = placeOf(root, 'draws', root.position);
  if (draws % HYPERCUBES !== 0) {
    const message = `${draws} draws cannot be split into ${HYPERCUBES} Latin hypercubes`;
    const hint = `use a multiple of ${HYPERCUBES}`;
    problems.push(error('too-few-draws', message, position, hint));
  } else if (draws < 2 * HYPERCUBES && isUncertain(model, scenarios)) {
    const message = `${draws} draws are ${HYPERCUBES} Latin hypercubes of one draw each: a small random sample, no more`;
    const hint = 'take 40 at least, and some thousands for what is to be quoted';
    problems.push(warning('too-few-draws', message, position, hint));
  }
}
