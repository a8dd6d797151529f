import type { Distribution } from './distribution.ts';
import type { Format } from './family.ts';

/** How a user writes a distribution by its parameters: `{ triangular: [3, 4, 7] }`. */
export interface DistributionForm<D = Distribution> {
  /** The word that the user writes. */
  readonly kind: string;
  /** The names of the parameters where they come as a list. */
  readonly list?: readonly string[];
  /** The sets of parameters that may come as a map. */
  readonly maps: readonly {
    readonly required: readonly string[];
    readonly optional?: readonly string[];
  }[];
  /** The parameters that are plain numbers whatever the unit of the values. */
  readonly pure: readonly string[];
  /** Makes the distribution, or says in plain words why there is none. */
  readonly make: (parameters: Readonly<Record<string, number>>, format?: Format) => D | string;
}
