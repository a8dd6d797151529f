/** No text of a study needs more in a summary. Units: characters. */
const LONGEST = 240;

/** Shows nothing, and keeps what stands around it from being read as one thing. */
const GAP = '&#8203;';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // GitHub takes what stands between two of them for mathematics
  $: '<span>$</span>',
};

/**
 * Writes a study's text so that Markdown shows the same text, on one line, within a cell, wherever GitHub renders it:
 * no markup, no HTML, no link, no mention of a person or an issue. What is too long is cut with an ellipsis.
 */
export function escapeMarkdown(text: string, longest = LONGEST): string {
  return cut(cleanLine(text), longest)
    .replace(/[&<>$]/g, (character) => ENTITIES[character]!)
    .replace(/[\\`*_{}[\]|~]/g, '\\$&')
    .replace(/[@#]|\bGH-(?=\d)|:(?=\/\/|[\w+-]+:)|\bwww(?=\.)/gi, `$&${GAP}`)
    .replace(/^(?=[-+=]|\d+[.)])/, GAP);
}

/** Characters that change the direction of what follows, control characters, halves of letters. */
const HARMFUL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu;

function cleanLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(HARMFUL, '\uFFFD');
}

/** Cuts between letters, never within one. */
function cut(text: string, longest: number): string {
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`;
}
