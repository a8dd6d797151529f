import type { Say } from '../language/say.ts';
import type { Report } from '../report.ts';

/** One input that another is drawn together with; `reached` null where the draws say nothing. */
interface Partner {
  readonly name: string;
  readonly rank: number;
  readonly reached: number | null;
}

/** Says of each correlated input which others it is drawn together with, how closely, and what that came to. */
export function drawnTogether({ results, say }: Report): ReadonlyMap<string, string> {
  const partners = new Map<string, Partner[]>();
  const add = (name: string, partner: Partner) =>
    partners.set(name, [...(partners.get(name) ?? []), partner]);
  for (const [index, { one, other, rank }] of results.study.correlations.entries()) {
    const reached = results.reachedCorrelations[index]!.value;
    add(one, { name: other, rank, reached });
    add(other, { name: one, rank, reached });
  }
  return new Map(
    [...partners].map(([name, list]) => [
      name,
      alike(list)
        .map((group) => lineOf(say, group))
        .join('\n'),
    ]),
  );
}

/** Groups elements of one input that are asked for alike; they share a line. */
function alike(partners: readonly Partner[]): readonly (readonly Partner[])[] {
  const groups = new Map<string, Partner[]>();
  for (const partner of partners) {
    const key = `${partner.name.split('[')[0]} ${partner.rank}`;
    groups.set(key, [...(groups.get(key) ?? []), partner]);
  }
  return [...groups.values()];
}

function lineOf(say: Say, partners: readonly Partner[]): string {
  const all = partners.map(({ name }, index) => (index === 0 ? name : elementOf(name)));
  const names = all.join(', ');
  const { rank } = partners[0]!;
  const reached = partners.flatMap(({ reached: value }) => (value === null ? [] : [value]));
  if (reached.length === 0) return say('{names}: {rank} asked', { names, rank });
  const [low, high] = [hundredths(Math.min(...reached)), hundredths(Math.max(...reached))];
  const values = { names, rank, low, high };
  return low === high
    ? say('{names}: {rank} asked, {low} reached', values)
    : say('{names}: {rank} asked, {low} to {high} reached', values);
}

function elementOf(name: string): string {
  return name.slice(name.indexOf('['));
}

/** Adding 0 drops the sign of a zero. */
function hundredths(value: number): string {
  return (Math.round(value * 100) / 100 + 0).toFixed(2);
}
