/** What YAML reads as the text that it is. */
const PLAIN = /^\p{L}[\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+)*$/u;
const TAKEN = /^(true|false|yes|no|on|off|null|y|n)$/i;

function asYaml(text: string): string {
  return PLAIN.test(text) && !TAKEN.test(text) ? text : JSON.stringify(text);
}

function titleOf(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim() || name;
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Gives a copied study.yaml a title and a seed of its own, both from the name of its folder. */
export function ownStudy(text: string, name: string): string {
  return text
    .replace(/^title: .*$/m, () => `title: ${asYaml(titleOf(name))}`)
    .replace(/^seed: .*$/m, () => `seed: ${asYaml(name)}`);
}
