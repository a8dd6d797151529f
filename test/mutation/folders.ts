/** The folders of the engine whose code is changed, and the tests that should notice. */
export const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  arithmetic: ['arithmetic'],
  distribution: ['distribution'],
  quantity: ['quantity'],
  formula: ['formula'],
  draw: ['draw'],
  kernel: ['kernel', 'javascript/write-javascript', 'simulation/twin'],
  statistics: ['statistics'],
};

/** Tests that take seconds for each change: they load studies, or parse hundreds of attacks. */
export const TOO_SLOW: readonly string[] = ['formula/attacks'];

/** Finds the folders that are asked for, or all where none is. Errors: names one that there is not. */
export function foldersNamed(names: readonly string[]): readonly string[] {
  const known = Object.keys(FOLDERS);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no folder ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  }
  return names.length > 0 ? names : known;
}
