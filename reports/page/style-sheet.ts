import type { Sheet } from '../sheet.ts';
import { LOOKS, type Look, lookOf, type Style } from '../style.ts';
import type { Anchors } from './anchors.ts';
import { classOf } from './cells.ts';
import { frozenRules } from './frozen-rules.ts';

const colour = (style: Style) => `#${lookOf(style).colour}`;
const ground = (style: Style) => `#${lookOf(style).fill}`;

/** Writes the style of the page: the looks of the sheets, and what a browser needs besides. */
export function styleSheet(sheets: readonly Sheet[], anchors: Anchors): string {
  const frozen = sheets.map((sheet) => frozenRules(sheet, anchors.sheetId(sheet.name)));
  return [FRAME, TABLE, looks(), ...frozen, SMALL_SCREEN, PRINT].join('\n');
}

const FRAME = `
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;font:14px/1.45 Arial,"Liberation Sans","Malgun Gothic","Noto Sans KR",sans-serif;color:${colour('plain')};background:#fff;display:grid;grid-template-columns:12.5rem minmax(0,1fr);overflow-wrap:anywhere}
a{color:${colour('link')}}
:focus-visible{outline:3px solid ${colour('link')};outline-offset:1px}
.skip{position:absolute;left:-100vw;top:0;padding:.5rem 1rem;background:#fff;z-index:9}
.skip:focus{left:0}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.5rem 1rem;border-right:1px solid #${lookOf('cell').line}}
nav ul,.list{list-style:none;margin:0;padding:0}
nav a{display:block;padding:.3rem .5rem;text-decoration:none;border-radius:4px}
nav a:hover{background:${ground('section')}}
main{padding:1.5rem 2rem 4rem;min-width:0}
section{margin:0 0 4rem;content-visibility:auto;contain-intrinsic-size:auto 60rem}
h1,h2,h3{color:${colour('title')};line-height:1.25;margin:0 0 .6rem}
h1{font-size:1.9rem}
h2{font-size:1.45rem}
h1~h2,h3{font-size:1.1rem;margin-top:2rem}
.tab{display:block;font-size:.85rem;font-weight:400;color:${colour('about')}}
p{margin:0 0 .5rem;max-width:75em;white-space:pre-line}
.about{color:${colour('about')}}
.list{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;margin-top:1rem}
summary{cursor:pointer;padding:.5rem 0;color:${colour('link')}}`;

const TABLE = `
.scroll{overflow:auto;max-height:85vh;margin-top:1rem;position:relative;width:fit-content;max-width:100%}
table{table-layout:fixed;width:0;border-collapse:separate;border-spacing:0;font-size:13px;line-height:1.35}
col{width:calc(1ch*var(--w))}
.loose col{width:auto!important}
table.loose{table-layout:auto;width:auto}
.loose th,.loose td{min-width:6em}
.loose td a{overflow-wrap:break-word}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.25rem .5rem;text-align:left;vertical-align:top;font-weight:400;border-bottom:1px solid #${lookOf('cell').line};white-space:pre-line}
thead{position:sticky;top:0;z-index:2}
thead th,thead td{vertical-align:middle;border:0;background:#fff}
thead tr:last-child>*{background:${ground('header')}}
tbody th,tbody td{background:#fff}
tbody th:target,tbody td:target,tr:has(>:target)>*{background:${ground('cellChanged')}!important}
th:target,td:target{scroll-margin-top:5rem}
.charts{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start}
td a,th a{text-underline-offset:.2em}
code{font-family:"${lookOf('code').font}",monospace}
figure{margin:0;width:var(--w)}
svg{display:block;width:100%;min-width:calc(.8*var(--w));height:auto}
th.section span{position:sticky;left:.5rem}`;

const SMALL_SCREEN = `
@media (max-width:60em){body{display:block}nav{position:static;height:auto;border:0;padding:1rem 1rem 0}nav ul{display:flex;flex-wrap:wrap}main{padding:1rem}h1{font-size:1.5rem}col{width:min(1ch*var(--w),26ch)}table:not(.loose) col:first-child{width:min(1ch*var(--w),16ch)}table:not(.loose) tr>:first-child:not(.section){position:sticky;left:0;z-index:1}}`;

const PRINT = `
@page{size:A4 landscape;margin:10mm}
@media print{body{display:block;font-size:9pt}nav,.skip,.back,.list{display:none}main{padding:0}section{break-before:page;margin:0}section:first-child{break-before:auto}.scroll{overflow:visible;max-height:none;width:auto}table{width:100%;font-size:clamp(4.5pt,calc(1300pt/var(--all,160)),8pt)}col{width:calc(100%*var(--w)/var(--all))!important}thead{display:table-header-group}thead,th,td{position:static!important}tr{break-inside:avoid}h2,h3{break-after:avoid}th,td{padding:.1rem .2rem;-webkit-print-color-adjust:exact;print-color-adjust:exact}}`;

function looks(): string {
  const rules = (Object.keys(LOOKS) as Style[]).flatMap((style) => {
    const name = classOf(style);
    const rule = ruleOf(lookOf(style));
    return name === '' || rule === '' ? [] : `.scroll .${name}{${rule}}`;
  });
  return rules.join('\n');
}

/** What a look changes of the look of most cells. */
function ruleOf(look: Look): string {
  const plain = lookOf('cell');
  const rules = [
    look.bold ? 'font-weight:700' : '',
    look.italic ? 'font-style:italic' : '',
    look.size === plain.size ? '' : `font-size:${look.size / plain.size}em`,
    look.colour === plain.colour ? '' : `color:#${look.colour}`,
    look.fill === '' ? '' : `background:#${look.fill}`,
    look.align === 'right' ? 'text-align:right' : '',
    look.align === 'right' && !look.wrap ? 'white-space:nowrap' : '',
    look.font === plain.font ? '' : `font-family:"${look.font}",monospace;white-space:pre-wrap`,
  ];
  return rules.filter((rule) => rule !== '').join(';');
}
