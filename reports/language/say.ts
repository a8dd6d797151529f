/** A language that a report can be written in. */
export type Language = 'en' | 'ko';

/**
 * Says an English text in the report's language; `{name}` in it stands for a value.
 * Errors: throws where a placeholder has no value.
 */
export type Say = (english: string, values?: Readonly<Record<string, string | number>>) => string;

/** Gives the way of saying things in a language. */
export function speak(_language: Language): Say {
  return (english, values = {}) => fillIn(english, values);
}

function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`"${text}" has no value for {${name}}`);
    return String(value);
  });
}
