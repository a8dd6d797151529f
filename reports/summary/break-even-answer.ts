import type { BreakEven } from '../../engine/index.ts';
import { displayed } from '../format.ts';
import type { Report } from '../report.ts';
import { number } from '../sheet.ts';

/** What an offer must achieve, as kinds that are told apart. */
type Verdict = 'pays' | 'free' | 'never' | 'unknown';

/** Says by how much offers must raise the chance of success to pay; null where the study does not ask. */
export function breakEvenSentence(report: Report): string | null {
  const { say, results } = report;
  const { breakEven, measures, conditions } = results.study;
  const known = results.breakEvens.filter((item) => verdictOf(item) !== 'unknown');
  if (breakEven === null || known.length === 0) return null;
  const of = (verdict: Verdict) => known.filter((item) => verdictOf(item) === verdict);
  const titles = (items: readonly BreakEven[]) =>
    items.map((item) => titleOf(report, item)).join(', ');
  const clauses = [
    ...of('pays')
      .sort((a, b) => a.rise.value! - b.rise.value!)
      .map((item) => riseText(report, item)),
    ...(of('free').length === 0
      ? []
      : [say('nothing, as it costs nothing: {list}', { list: titles(of('free')) })]),
    ...(of('never').length === 0
      ? []
      : [say('no rise is enough: {list}', { list: titles(of('never')) })]),
  ];
  return say(
    'Measured by {measure}, an offer pays if it raises the chance of "{success}" by: {clauses}.',
    {
      measure: measures.find(({ name }) => name === breakEven.measure)?.title ?? breakEven.measure,
      success:
        conditions.find(({ name }) => name === breakEven.success)?.title || breakEven.success,
      clauses: clauses.join('; '),
    },
  );
}

/** Tells what an offer must achieve: a rise of the chance, nothing since it costs nothing, or more than can be had. */
export function verdictOf({ rise, cost, gain }: BreakEven): Verdict {
  if (cost.mean.value === null || gain.mean.value === null) return 'unknown';
  if (cost.mean.value <= 0) return 'free';
  return gain.mean.value <= 0 || rise.value === null || rise.value > 1 ? 'never' : 'pays';
}

function riseText(report: Report, item: BreakEven): string {
  const { value, error } = item.rise;
  const points = (share: number) => displayed(number(share * 100, 'plain-1'));
  const values = { offer: titleOf(report, item), rise: points(value!) };
  return error === null
    ? report.say('{offer} {rise} points', values)
    : report.say('{offer} {rise} points (±{error})', { ...values, error: points(error) });
}

function titleOf({ results }: Report, { scenario }: BreakEven): string {
  return results.study.scenarios.find(({ name }) => name === scenario)?.title ?? scenario;
}
