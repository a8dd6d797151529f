import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** Lists what a strict XML parser, and what XML cannot know of numbers, finds wrong with a workbook. */
export function xmlErrors(workbook: Uint8Array): string[] {
  return Object.entries(unzipSync(workbook)).flatMap(([name, part]) => {
    const xml = strFromU8(part);
    return [...syntaxErrors(xml), ...numberErrors(xml)].map((error) => `${name}: ${error}`);
  });
}

/** Lists what a strict XML parser finds wrong with a text. */
export function syntaxErrors(xml: string): string[] {
  const errors: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => errors.push(message));
  parser.write(xml).close();
  return errors;
}

/** A cell of no type, or of the type "n", holds a finite number. */
function numberErrors(xml: string): string[] {
  const cells = xml.matchAll(
    /<c(?=\s)((?:(?!\st=)[^>])*|[^>]*\st="n"[^>]*)>(?:<f.*?(?:<\/f>|\/>))?<v>([^<]*)<\/v>/gs,
  );
  return [...cells]
    .filter(([, , value = '']) => value.trim() === '' || !Number.isFinite(Number(value)))
    .map(([cell]) => `not a number: ${cell}`);
}

/** Lists the addresses outside the workbook that it leads to. */
export function outerLinks(workbook: Uint8Array): string[] {
  return Object.values(unzipSync(workbook)).flatMap((part) =>
    [...strFromU8(part).matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, to]) => to!),
  );
}
