import { isToldApart } from '../../engine/index.ts';
import { displayed } from '../format.ts';
import type { Report } from '../report.ts';
import { number } from '../sheet.ts';
import { breakEvenSentence } from './break-even-answer.ts';
import {
  baselineChange,
  type Effect,
  effectsOf,
  effectText,
  type Headline,
  headlinesOf,
} from './effects.ts';

/** How many scenarios a sentence names. */
const MOST_NAMED = 4;

/** A part of the answer: what it is about, and what the numbers say of it. */
export interface Answer {
  readonly about: string;
  readonly sentence: string;
}

/** Answers the question of a study in a few sentences that are composed from its numbers. */
export function answerOf(report: Report): Answer[] {
  const { say } = report;
  const headlines = headlinesOf(report);
  const [first] = headlines;
  if (first === undefined) return [];
  const effects = effectsOf(report, first);
  const parts: readonly (readonly [string, string | null])[] = [
    [say('What the baseline does'), baselineSentence(report, headlines)],
    [say('What offers must achieve'), breakEvenSentence(report)],
    [say('What scenarios change'), effectSentence(report, first, effects)],
    [say('What is not sure'), openSentence(report, effects)],
  ];
  return parts.flatMap(([about, sentence]) => (sentence === null ? [] : [{ about, sentence }]));
}

/** What the baseline does against the reference, on every headline measure. */
function baselineSentence(report: Report, headlines: readonly Headline[]): string | null {
  const { say, results } = report;
  const titleOf = (role: string) =>
    results.study.scenarios.find((one) => one.role === role)?.title ?? '';
  const items = headlines.flatMap((headline) => {
    const change = baselineChange(report, headline)?.againstReference ?? null;
    if (change === null || change.mean.value === null) return [];
    const { title } = headline.measure;
    return isToldApart(change.mean)
      ? say('{measure}: {change}', { measure: title, change: effectText(report, headline, change) })
      : say('{measure}: not to be told from zero', { measure: title });
  });
  if (items.length === 0) return null;
  return say('"{baseline}" against "{reference}", on average: {items}.', {
    baseline: titleOf('baseline'),
    reference: titleOf('reference'),
    items: items.join('; '),
  });
}

/** What the scenarios do to a measure: which are better than the baseline, which worse, which not to be told from it. */
function effectSentence(
  report: Report,
  headline: Headline,
  effects: readonly Effect[],
): string | null {
  const { say, results } = report;
  if (effects.length === 0) return null;
  const size = ({ change }: Effect) => Math.abs(change.mean.value!);
  const named = (isMeant: (effect: Effect) => boolean) =>
    effects
      .filter(isMeant)
      .sort((a, b) => size(b) - size(a))
      .map(({ title, change, direction }) =>
        direction === 0
          ? title
          : say('{scenario} {change}', {
              scenario: title,
              change: effectText(report, headline, change),
            }),
      );
  const clauses = clausesOf(report, headline, {
    up: named(({ direction }) => direction > 0),
    down: named(({ direction }) => direction < 0),
    unclear: named((one) => one.direction === 0 && !isNothing(one)),
    none: named(isNothing),
  });
  const baseline = results.study.scenarios.find(({ role }) => role === 'baseline')!.title;
  return say('{measure}, on average against "{baseline}": {clauses}.', {
    ...{ measure: headline.measure.title, baseline, clauses: clauses.join('; ') },
  });
}

function clausesOf(
  report: Report,
  { measure }: Headline,
  { up, down, unclear, none }: Readonly<Record<'up' | 'down' | 'unclear' | 'none', string[]>>,
): string[] {
  const { say, results } = report;
  const isDirected = measure.better !== 'neither';
  const draws = displayed(number(results.provenance.draws, 'plain-0'));
  const clause = (names: readonly string[], said: (list: string) => string) =>
    names.length === 0 ? [] : [said(listOf(report, names))];
  return [
    ...clause(up, (list) =>
      isDirected ? say('better with {list}', { list }) : say('higher with {list}', { list }),
    ),
    ...clause(down, (list) =>
      isDirected ? say('worse with {list}', { list }) : say('lower with {list}', { list }),
    ),
    ...clause(unclear, (list) =>
      say('not to be told apart with {draws} draws: {list}', { draws, list }),
    ),
    ...clause(none, (list) => say('no change with {list}', { list })),
  ];
}

/** Whether a scenario changes nothing in any draw. */
function isNothing({ change }: Effect): boolean {
  return change.minimum === 0 && change.maximum === 0;
}

/** Of which scenarios the draws leave open whether they are better or worse. */
function openSentence(report: Report, effects: readonly Effect[]): string | null {
  const open = effects.filter(({ change, direction }) => {
    const [low, high] = [change.p5.value!, change.p95.value!];
    return direction !== 0 && low < 0 && high > 0;
  });
  if (open.length === 0) return null;
  const list = listOf(
    report,
    open.map(({ title }) => title),
  );
  return report.say(
    'Whether it is better or worse: nine draws of ten lie on both sides of zero for {list}.',
    { list },
  );
}

/** Lists names, and how many more there are. */
function listOf({ say }: Report, names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const shown = names.slice(0, MOST_NAMED).join(', ');
  return more > 0 ? say('{names} and {count} more', { names: shown, count: more }) : shown;
}
