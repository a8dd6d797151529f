/** More than the units and formulas of any study; a process that watches files for days must not keep all it saw. */
const MOST_KEPT = 10_000;

/** Makes a reader of texts remember: a study, its tests and its cases say the same things over and over. */
export function readOnce<T extends object>(
  read: (text: string) => T,
  most = MOST_KEPT,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const result = read(text);
    known.set(text, result);
    return result;
  };
}
