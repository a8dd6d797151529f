import { ENVIRONMENT } from '../formula/operation.ts';

/** Words that generated code has besides the names that it gives and the functions that it calls. */
const WORDS: ReadonlySet<string> = new Set([
  ...'function const let for if else return new break continue true false NaN Infinity'.split(' '),
  ...'Float64Array reset starts steps running checks answers solved rounds closing'.split(' '),
  ...Object.keys(ENVIRONMENT),
]);

/** Names that the generator gives: a letter, or a letter or word with a number. */
const GIVEN = /^(?:[A-Za-z]|[a-z]\d+|(?:step|start|checks|list)\d+)$/;
const NUMBER = /^\d+(?:\.\d+)?(?:e[-+]?\d+)?$/;
const TOKEN = /[A-Za-z_$][\w$]*|\d[\w.]*(?:(?<=e)[-+]\d+)?|[-+*/%<>=!&|?:;,()[\]{} \n]+|[\s\S]/g;
const COMMENT = /\/\/[ -~]*$/gm;

function isAllowed(token: string): boolean {
  if (/^[-+*/<>=!&|?:;,()[\]{} \n]+$/.test(token)) return true;
  return NUMBER.test(token) || WORDS.has(token) || GIVEN.test(token);
}

/** Finds the first part of generated code that the generator never writes; null where there is none. */
export function strangeCode(source: string): string | null {
  const bare = source.replace(/^"use strict";/, '').replace(COMMENT, '');
  // A letter right after a point would be a property.
  const property = /\.\s*[A-Za-z_$]/.exec(bare);
  if (property !== null) return property[0];
  for (const [token] of bare.matchAll(TOKEN)) if (!isAllowed(token)) return token;
  return null;
}

/** Makes a text fit to stand behind `//` in generated code: on one line, and nothing that ends it. */
export function asComment(text: string): string {
  return text.replace(/[^ -~]/gu, '?');
}
