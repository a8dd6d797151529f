/** Prints `module.name` and a tuple of elements ("" for none) as the author would write them. */
export function inputLabel(key: string, element: string): string {
  return element === '' ? key : `${key}[${element.replaceAll(',', ', ')}]`;
}
