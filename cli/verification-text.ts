import type {
  DigestVerdict,
  FigureVerdict,
  Lock,
  SaidChange,
  Verification,
} from '../engine/index.ts';
import { printable } from './display-width.ts';
import { movedOutcomes } from './moved-outcomes.ts';
import { countOf, showChange, showNumber } from './number-text.ts';
import type { ReadyStudy } from './open-study.ts';
import { layOutTable, type TextCell } from './text-table.ts';

/** How a text of the study is quoted. */
export type Quote = (text: string) => string;

/** Says where: by the line alone below the name of its file. */
function placeText(places: SaidChange['places'], below: string | null, quote: Quote): string {
  const own = places.find(({ file }) => file === below);
  if (own !== undefined) return ` (line ${own.line})`;
  const [first] = places;
  return first === undefined ? '' : ` (${quote(first.file)}:${first.line})`;
}

/**
 * Says in a line what is said otherwise, `below` the name of a file or by itself; a lock keeps no formulas, so of
 * those it names the place.
 */
export function saidLine(
  { kind, name, change, locked, now, places }: SaidChange,
  below: string | null,
  quote: Quote = printable,
): string {
  const what = `${kind} ${quote(name)}${placeText(places, below, quote)}`;
  const text = (said: string) => (said === '' ? '(longer)' : quote(said));
  if (change === 'missing') return `${what} is no longer said`;
  if (change === 'new') return now === '' ? `${what} is new` : `${what} is new: ${text(now)}`;
  if (locked === now) return `${what} was changed`;
  return `${what}: ${text(locked)}, now ${text(now)}`;
}

/** Lists what is said otherwise, file by file. */
export function saidLines(
  { inputs, elsewhere }: Verification,
  quote: Quote = printable,
): readonly string[] {
  const words = { missing: 'is missing', new: 'is new', changed: 'was changed' };
  const files = inputs.flatMap(({ path, verdict, said }) => [
    `${quote(path)} ${words[verdict as keyof typeof words]}`,
    ...(said.length === 0 ? ['  nothing in it that a number could depend on'] : []),
    ...said.map((change) => `  ${saidLine(change, path, quote)}`),
  ]);
  return [...files, ...elsewhere.map((change) => saidLine(change, null, quote))];
}

const MOST_DECIMALS = 15;

/** Decimals that show two digits of the difference. */
function decimalsOf({ difference, locked, now }: FigureVerdict): number {
  const size = Math.abs(difference ?? 0) || Math.abs(locked ?? now ?? 0) / 100;
  if (size === 0) return 0;
  const exponent = Number(size.toExponential().split('e')[1]);
  return Math.min(MOST_DECIMALS, Math.max(0, 1 - exponent));
}

function showErrors(errors: number): string {
  const digits = String(Number(errors.toPrecision(2)));
  return errors > 0 ? `+${digits}` : digits;
}

/** Writes the figures of a headline as texts: locked, now, change and standard errors. */
export function headlineTexts(one: FigureVerdict): readonly [string, string, string, string] {
  const decimals = decimalsOf(one);
  const errors = one.errors === null ? '-' : showErrors(one.errors);
  return [
    showNumber(one.locked, decimals),
    showNumber(one.now, decimals),
    showChange(one.difference, decimals),
    errors,
  ];
}

function headlineTable(headlines: readonly FigureVerdict[]): string {
  const left = (text: string): TextCell => ({ text: printable(text), side: 'left' });
  const right = (text: string): TextCell => ({ text, side: 'right' });
  const head = ['measure', 'scenario', 'figure'].map(left);
  const heads = ['locked', 'now', 'change', 'std errors'].map(right);
  const rows = headlines.map((one) => [
    left(one.measure),
    left(one.run),
    left(one.figure),
    ...headlineTexts(one).map(right),
    left(one.unit),
    left(one.verdict),
  ]);
  return layOutTable([[...head, ...heads, left('unit'), left('')], ...rows]);
}

/** Counts by condition the scenarios that come out differently under it: a lock keeps their digests alone. */
function conditionLines({ digests }: Verification): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind, name, verdict } of digests) {
    const [, condition] = name.split(' under ');
    if (kind !== 'run' || verdict === 'exact' || condition === undefined) continue;
    counts.set(condition, (counts.get(condition) ?? 0) + 1);
  }
  return [...counts].map(
    ([condition, count]) => `under ${condition}: ${countOf(count, 'scenario')} changed`,
  );
}

/** Names what is known by its digest alone and differs. */
export function otherLines(verification: Verification): readonly string[] {
  const { digests, wide } = verification;
  const differing = digests.filter(
    ({ verdict, kind }) => verdict !== 'exact' && !['run', 'measure'].includes(kind),
  );
  const wordsOf = ({ kind, verdict }: DigestVerdict) =>
    `${kind === 'trajectory' ? 'trajectories' : `${kind}s`} ${verdict}`;
  const lines = [...new Set(differing.map(wordsOf))].map((words) => {
    const own = differing.filter((one) => wordsOf(one) === words);
    return printable(`${words}: ${own.map(({ name }) => name).join(', ')}`);
  });
  const loose = wide.map(
    ({ measure, tolerance, error, figure, run }) =>
      `tolerance of ${measure}: ${tolerance} is wider than the Monte Carlo error of its ${figure} in ${run}, ${error}, and no reason is given`,
  );
  return [...conditionLines(verification), ...lines, ...loose];
}

/** Counts outcomes by whether they are as they were: exact, within tolerance, changed. */
export function countOutcomes({ figures }: Verification) {
  const worst = new Map<string, string>();
  const rank = ['exact', 'within tolerance', 'changed', 'missing', 'new'];
  for (const { measure, run, verdict } of figures) {
    const key = JSON.stringify([measure, run]);
    const known = worst.get(key) ?? 'exact';
    worst.set(key, rank.indexOf(verdict) > rank.indexOf(known) ? verdict : known);
  }
  const all = [...worst.values()];
  const exact = all.filter((one) => one === 'exact').length;
  const within = all.filter((one) => one === 'within tolerance').length;
  return { all: all.length, exact, within, changed: all.length - exact - within };
}

function indented(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [[title, ...lines.map((line) => `  ${line}`)].join('\n')];
}

function tableLines(outcomes: readonly FigureVerdict[]): readonly string[] {
  return outcomes.length === 0 ? [] : headlineTable(outcomes).split('\n');
}

/** Writes for people how a study differs from its lock: headlines first, and what moved furthest before the rest. */
export function verificationText(
  { name, ready }: Pick<ReadyStudy, 'name' | 'ready'>,
  verification: Verification,
  now: Lock,
): string {
  const { all, exact, within, changed } = countOutcomes(verification);
  const counts = `${countOf(all, 'outcome')}: ${exact} exact, ${within} within tolerance, ${changed} changed`;
  const { headlines, others } = movedOutcomes(verification, ready.study.headline);
  return [
    `${printable(name)}, ${countOf(now.draws, 'draw')}, ${counts}`,
    ...indented('Said differently', saidLines(verification)),
    ...indented('Headlines that came out differently', tableLines(headlines)),
    ...indented('Other outcomes that came out differently', tableLines(others)),
    ...indented('Besides', otherLines(verification)),
  ].join('\n\n');
}
