/** The languages that texts of a study and its reports can be in. */
export const LANGUAGES = ['en', 'ko'] as const;

/** A language by its code (ISO 639-1). */
export type Language = (typeof LANGUAGES)[number];

/** By language, each text of a study as its own language has it, and what it is in that one. */
export type Translations = ReadonlyMap<Language, ReadonlyMap<string, string>>;
