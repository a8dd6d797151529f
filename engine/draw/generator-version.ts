/**
 * The name and version of the generator: it changes with the algorithm, its keys, counters or the way in which
 * words become a uniform. The lock of a study records it beside the version of the numeric contract.
 */
export const generatorVersion = 'philox4x32-10 keyed by seedrandom, 1';
