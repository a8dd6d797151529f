const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Opens the value of a cell whose spaces at the ends count. */
export const KEPT_VALUE = '<v xml:space="preserve">';

/** Writes text so that XML reads the same text, between tags or as a value in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
