import { strToU8 } from 'fflate';
import { definitionsIn } from '../definitions.ts';
import { pieces } from '../pieces.ts';
import type { Report } from '../report.ts';
import type { Sheet } from '../sheet.ts';
import { type Tabs, tabsOf } from '../tabs.ts';
import { type Anchors, anchorsOf } from './anchors.ts';
import { blocksOf } from './blocks.ts';
import { escapeHtml } from './html.ts';
import { formulaWriter } from './names.ts';
import { namesApart } from './prose.ts';
import { sectionOf } from './section.ts';
import { styleSheet } from './style-sheet.ts';

/** Nothing may be loaded and nothing may run, whatever the texts of a study hold. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Characters that are worth a call to the disk. */
const PIECE = 65_536;

/**
 * Writes sheets as one HTML page that needs nothing else, piece by piece; equal sheets give equal bytes.
 * The rows of streams are left to the workbook.
 */
export function* writePage(sheets: readonly Sheet[], report: Report): Generator<Uint8Array> {
  for (const piece of pieces(piecesOf(sheets, report), PIECE)) yield strToU8(piece);
}

function* piecesOf(
  sheets: readonly Sheet[],
  { language, say, results }: Report,
): Generator<string> {
  const all = sheets.map((sheet) => ({ sheet, blocks: blocksOf(sheet) }));
  const definitions = definitionsIn(results, sheets);
  const anchors = anchorsOf(all, definitions.values());
  const tabs = tabsOf(sheets, say);
  const context = {
    say,
    anchors,
    tabs,
    writeFormula: formulaWriter(definitions, anchors),
    apart: namesApart(),
  };
  yield headOf(results.study.title, language, styleSheet(sheets, anchors));
  yield `<a class=skip href="#content">${escapeHtml(say('Skip to the content'))}</a>\n`;
  yield navigation(sheets, anchors, tabs, say('Sheets'));
  yield '<main id=content>\n';
  for (const [index, blocked] of all.entries()) {
    yield* sectionOf(blocked, { ...context, level: index === 0 ? 1 : 2 });
  }
  yield '</main>\n</body>\n</html>\n';
}

function headOf(title: string, language: string, style: string): string {
  return `<!DOCTYPE html>
<html lang=${language}>
<head>
<meta charset=utf-8>
<meta name=viewport content="width=device-width">
<meta http-equiv=Content-Security-Policy content="${POLICY}">
<meta name=referrer content=no-referrer>
<link rel=icon href="data:,">
<title>${escapeHtml(title)}</title>
<style>${style}
</style>
</head>
<body>
`;
}

function navigation(sheets: readonly Sheet[], anchors: Anchors, tabs: Tabs, label: string): string {
  const items = sheets.map((sheet) => {
    const href = anchors.hrefOf({ sheet: sheet.name, row: 1, column: 1 });
    return `<li><a href="${href}">${escapeHtml(tabs.get(sheet.name)!)}</a></li>`;
  });
  return `<nav aria-label="${escapeHtml(label)}">\n<ul>\n${items.join('\n')}\n</ul>\n</nav>\n`;
}
