import type { MeasureDescription, StudyDescription } from '../engine/index.ts';
import type { Report } from './report.ts';

/** Tells whether a measure says something of a scenario, as drawn (null) or under a condition. */
export function appliesTo(
  { appliesNot }: Pick<MeasureDescription, 'appliesNot'>,
  scenario: string,
  condition: string | null,
): boolean {
  return !appliesNot.some((one) => one.scenario === scenario && one.condition === condition);
}

/** Tells whether a measure says something of what a scenario changes against the baseline, or the reference. */
export function changeApplies(
  { scenarios }: Pick<StudyDescription, 'scenarios'>,
  measure: Pick<MeasureDescription, 'appliesNot'>,
  scenario: string,
  condition: string | null,
  against: 'baseline' | 'reference' = 'baseline',
): boolean {
  const other = scenarios.find(({ role }) => role === against);
  return [scenario, ...(other === undefined ? [] : [other.name])].every((name) =>
    appliesTo(measure, name, condition),
  );
}

/** Says of which scenarios and conditions measures say nothing; measures that are alike share a sentence. */
export function appliesNotes({ results, say }: Report): string[] {
  const { study } = results;
  const groups = new Map<string, MeasureDescription[]>();
  for (const measure of study.measures.filter(({ appliesNot }) => appliesNot.length > 0)) {
    const key = JSON.stringify([measure.applies, measure.appliesNot]);
    groups.set(key, [...(groups.get(key) ?? []), measure]);
  }
  return [...groups.values()].map((measures) =>
    say(
      'Not applicable (n/a): {measures}, where the scenario or the condition sets otherwise than {levers}. The figure then follows from what is set: {where}.',
      {
        measures: measures.map(({ title }) => `"${title}"`).join(', '),
        levers: measures[0]!.applies,
        where: placesIn(study, measures[0]!).join(', '),
      },
    ),
  );
}

/** The scenarios as drawn, then the conditions that are imposed on others. */
function placesIn(
  { scenarios, conditions }: StudyDescription,
  measure: MeasureDescription,
): string[] {
  const drawn = scenarios.filter(({ name }) => !appliesTo(measure, name, null));
  const others = scenarios.filter((scenario) => !drawn.includes(scenario));
  const imposed = conditions.filter(({ name }) =>
    others.some((scenario) => !appliesTo(measure, scenario.name, name)),
  );
  return [...drawn.map(({ title }) => title), ...imposed.map(({ title }) => title)];
}
