import { endingOf } from '../study/read-frame.ts';
import type { Measure, Study } from '../study/study.ts';

/** A measure or trajectory, of one element where it is over sets. */
type Titled = Pick<Measure, 'title' | 'extent'>;

/** Ends a title with its elements, as `say` calls them. */
function titleWith({ extent }: Titled, base: string, say: (element: string) => string): string {
  const elements = extent.elements[0]!.split(', ');
  return `${base}${endingOf(elements.map(say).join(', '))}`;
}

function baseOfTitle({ title, extent }: Titled): string {
  return title.slice(0, -endingOf(extent.elements[0]!).length);
}

/** Titles a thing of one element with what the study calls that. */
export function titleOf({ labels }: Study, one: Titled): string {
  if (one.extent.over.length === 0) return one.title;
  return titleWith(one, baseOfTitle(one), (element) => labels.get(element) ?? element);
}

/** Translates the title of a thing of one element, which ends with that; nothing where there is no translation. */
export function translatedTitle(
  study: Study,
  texts: ReadonlyMap<string, string>,
  one: Titled,
): readonly (readonly [string, string])[] {
  const own = texts.get(baseOfTitle(one));
  if (own === undefined) return [];
  const say = (element: string) => {
    const label = study.labels.get(element);
    return label === undefined ? element : (texts.get(label) ?? label);
  };
  return [[titleOf(study, one), titleWith(one, own, say)]];
}
