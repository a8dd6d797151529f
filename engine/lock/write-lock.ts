import type { Figure } from '../statistics/figure.ts';
import { FIGURES, type Lock, type LockedMeasure, type Outcome } from './lock.ts';

const HEAD = [
  '# What this study said, and what came out. `parley verify` runs it again and compares; only',
  '# `parley lock --update --reason "..."` changes this file. A figure is a value ± its Monte Carlo standard error.',
];

/** A text that YAML takes for itself without quotes, whatever follows it. */
const PLAIN = /^[A-Za-z(][\w .,;%/()*+'-]*$/;

/** Words that YAML 1.1 or 1.2 takes for something else than a text. */
const TAKEN = /^(true|false|yes|no|on|off|null|y|n)$/i;

/** Writes a text as one line of YAML. */
export function scalar(text: string): string {
  return PLAIN.test(text) && !TAKEN.test(text) && text === text.trim()
    ? text
    : JSON.stringify(text);
}

/** A digest is quoted whether or not its digits could be taken for a number, so that all look alike. */
function digests(name: string, entries: Iterable<readonly [string, string]>): readonly string[] {
  const lines = [...entries].map(([key, digest]) => `  ${scalar(key)}: "${digest}"`);
  return lines.length === 0 ? [] : [`${name}:`, ...lines];
}

function writeSaid({ said }: Lock): readonly string[] {
  return [...said].flatMap(([kind, named]) => [
    `  ${kind}:`,
    ...[...named].map(([name, line]) => `    ${scalar(name)}: ${scalar(line)}`),
  ]);
}

/** Writes a number so that it reads back to the same bits; whole ones beyond 2^53 with an exponent. */
function writeNumber(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const isPlain = Number.isSafeInteger(value) || !Number.isInteger(value);
  return isPlain ? String(value) : value.toExponential();
}

function writeFigure({ value, error }: Figure): string {
  if (value === null) return 'none';
  const number = writeNumber(value);
  return error === null ? number : `${number} ± ${writeNumber(error)}`;
}

/** What is the same in every draw is one figure and not four. */
function isCertain({ mean, median, p5, p95 }: Outcome): boolean {
  const isSame = ({ value, error }: Figure) =>
    Object.is(value, mean.value) && Object.is(error, mean.error);
  return [median, p5, p95].every(isSame);
}

function writeOutcome([run, outcome]: readonly [string, Outcome]): readonly string[] {
  if (isCertain(outcome)) return [`      ${scalar(run)}: ${writeFigure(outcome.mean)}`];
  return [
    `      ${scalar(run)}:`,
    ...FIGURES.map((name) => `        ${name}: ${writeFigure(outcome[name])}`),
  ];
}

function writeMeasure([name, measure]: readonly [string, LockedMeasure]): readonly string[] {
  const { unit, tolerance, digest, outcomes } = measure;
  const isExact = tolerance.kind === 'exact';
  const why = isExact || tolerance.why === '' ? [] : [`    why: ${scalar(tolerance.why)}`];
  return [
    `  ${scalar(name)}:`,
    `    unit: ${scalar(unit)}`,
    `    tolerance: ${isExact ? 'exact' : writeNumber(tolerance.value)}`,
    ...why,
    `    digest: "${digest}"`,
    '    outcomes:',
    ...[...outcomes].flatMap(writeOutcome),
  ];
}

/** Writes a lock as text: one figure on a line, in an order that nothing but names decides. */
export function writeLock(lock: Lock): string {
  const { engine, numerics, generator, sampling, seed, draws, digest } = lock;
  const lines = [
    ...HEAD,
    'lock: 1',
    ...Object.entries({ engine, numerics, generator, sampling, seed }).map(
      ([key, text]) => `${key}: ${scalar(text)}`,
    ),
    `draws: ${draws}`,
    `digest: "${digest}"`,
    'reasons:',
    ...lock.reasons.map((reason) => `  - ${scalar(reason)}`),
    ...digests('inputs', lock.inputs),
    'said:',
    ...writeSaid(lock),
    'measures:',
    ...[...lock.measures].flatMap(writeMeasure),
    ...digests('runs', lock.runs),
    ...digests('trajectories', lock.trajectories),
    ...digests('validations', lock.validations),
  ];
  return `${lines.join('\n')}\n`;
}
