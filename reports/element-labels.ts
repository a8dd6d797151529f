import type { Results } from '../engine/index.ts';

/** Names elements of sets for readers: those of "petroleum, us_made" as "Petroleum products, US makers". */
export type NameElements = (elements: string) => string;

/** Names elements by the labels of the study; without one an element goes by its name, in words. */
export function elementLabels({ study }: Results): NameElements {
  const labels = new Map(study.labels.map(({ element, label }) => [element, label]));
  return (elements) =>
    elements
      .split(',')
      .map((element) => element.trim())
      .map((element) => labels.get(element) ?? element.replaceAll('_', ' '))
      .join(', ');
}
