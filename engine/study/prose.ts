import { z } from 'zod';
import { LANGUAGES } from './language.ts';

/**
 * A text for readers. A file may have a map of languages in its place: the reading station keeps the study's own
 * language of it (`take-texts.ts`), so that only schemas for editors know the other form.
 */
export const prose = z.string().meta({ isProse: true });

const said = z.string().regex(/\S/, 'must not be empty');

/** The shape of a text in several languages. */
export const IN_LANGUAGES = z.strictObject(
  Object.fromEntries(LANGUAGES.map((language) => [language, said.optional()])),
);

/** The shape of a file in texts/. */
export const TEXTS = z.array(IN_LANGUAGES);

/** Tells whether a schema is that of a text for readers. */
export function isProse(schema: z.core.$ZodType): boolean {
  return z.globalRegistry.get(schema)?.isProse === true;
}
