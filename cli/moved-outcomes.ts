import type { FigureVerdict, Verification } from '../engine/index.ts';

/** For each outcome that is not as it was a figure to show; what moved furthest comes first. */
export interface MovedOutcomes {
  /** Of the measures that come first in a summary. */
  readonly headlines: readonly FigureVerdict[];
  readonly others: readonly FigureVerdict[];
}

/** The median, or what moved most where that stayed. */
function figureToShow(moved: readonly FigureVerdict[]): FigureVerdict {
  const size = ({ difference }: FigureVerdict) => Math.abs(difference ?? 0);
  const median = moved.find(({ figure }) => figure === 'median');
  return median ?? moved.toSorted((a, b) => size(b) - size(a))[0]!;
}

/** How many standard errors it moved; what had none moved further than any, as what is missing or new did. */
function distanceOf({ errors }: FigureVerdict): number {
  return errors === null ? Number.POSITIVE_INFINITY : Math.abs(errors);
}

function furthestFirst(a: FigureVerdict, b: FigureVerdict): number {
  const [one, other] = [distanceOf(a), distanceOf(b)];
  return one === other ? 0 : other - one;
}

/** Finds the outcomes that are not as they were, the headlines of a study apart from the others. */
export function movedOutcomes(
  { figures }: Verification,
  headline: readonly string[],
): MovedOutcomes {
  const outcomes = new Map<string, FigureVerdict[]>();
  for (const one of figures.filter(({ verdict }) => verdict !== 'exact')) {
    const key = JSON.stringify([one.measure, one.run]);
    outcomes.set(key, [...(outcomes.get(key) ?? []), one]);
  }
  const moved = [...outcomes.values()].map(figureToShow).sort(furthestFirst);
  return {
    headlines: moved.filter(({ measure }) => headline.includes(measure)),
    others: moved.filter(({ measure }) => !headline.includes(measure)),
  };
}
