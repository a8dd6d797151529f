/** A header of a table holds no more than 255 characters, some of which may be ours. */
const LONGEST = 200;

/** Makes a name from a study, which may be that of a file, fit for the header of a table. */
export function headerText(name: string): string {
  const letters = [...name.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, LONGEST);
  return letters.length === 0 ? '-' : letters.join('').trim();
}

/** Tells headers apart that differ in nothing but their case, which spreadsheet programs do not. */
export function uniqueHeaders(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    let unique = header;
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1)
      unique = `${header} (${count})`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
