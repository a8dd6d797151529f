/** How a cell looks, free of any library; the only place for looks. */
export interface Look {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** RRGGBB. */
  readonly colour: string;
  /** RRGGBB, or "" for none. */
  readonly fill: string;
  readonly align: 'left' | 'right';
  readonly vertical: 'top' | 'middle';
  /** Steps away from the edge it is aligned to. */
  readonly indent: number;
  /** Points of air added to the height of a row. */
  readonly air: number;
  readonly wrap: boolean;
  /** RRGGBB of a thin line below the cell, or "" for none. */
  readonly line: string;
}

/** Arial has metric twins everywhere, so that widths measured here hold in any spreadsheet program. */
export const BODY_FONT = 'Arial';
/** What Korean spreadsheets are set in, on every system that Excel runs on. */
export const KOREAN_FONT = 'Malgun Gothic';
export const BODY_SIZE = 10;
const CODE_FONT = 'Courier New';

const INK = '1A1A1A';
const QUIET = '595959';
const DIM = '757575';
const NAVY = '1F3864';
const GREY = '4D4D4D';
const RED = 'A4161A';
const BLUE = '0B4F9E';
const WHITE = 'FFFFFF';
const PALE_BLUE = 'E8EEF6';
const MID_BLUE = 'CBD8EA';
const PALE_YELLOW = 'FFF2CC';
const HAIR = 'D9D9D9';

const PLAIN: Look = {
  font: BODY_FONT,
  size: BODY_SIZE,
  bold: false,
  italic: false,
  underline: false,
  colour: INK,
  fill: '',
  align: 'left',
  vertical: 'top',
  indent: 0,
  air: 0,
  wrap: false,
  line: '',
};

const CELL: Look = { ...PLAIN, indent: 1, wrap: true, line: HAIR };
const NUMBER: Look = { ...PLAIN, align: 'right', line: HAIR };
const HEADER: Look = {
  ...PLAIN,
  bold: true,
  vertical: 'middle',
  indent: 1,
  air: 6,
  colour: WHITE,
  fill: NAVY,
  wrap: true,
};

/** Every look that a cell may have, by name. */
export const LOOKS = {
  plain: PLAIN,
  title: { ...PLAIN, size: 16, bold: true, colour: NAVY },
  about: { ...PLAIN, colour: QUIET },
  link: { ...PLAIN, colour: BLUE, underline: true },
  part: {
    ...PLAIN,
    size: 12,
    bold: true,
    air: 8,
    vertical: 'middle',
    colour: NAVY,
    fill: MID_BLUE,
  },
  section: {
    ...PLAIN,
    size: 11,
    bold: true,
    air: 5,
    vertical: 'middle',
    colour: NAVY,
    fill: PALE_BLUE,
  },
  header: HEADER,
  headerNumber: { ...HEADER, align: 'right' },
  headerMuted: { ...HEADER, align: 'right', fill: GREY },
  headerMutedLeft: { ...HEADER, fill: GREY },
  cell: CELL,
  cellStrong: { ...CELL, bold: true },
  cellQuiet: { ...CELL, colour: QUIET },
  cellChanged: { ...CELL, bold: true, fill: PALE_YELLOW },
  /** Something that must not be overlooked. */
  cellAlarm: { ...CELL, bold: true, colour: '9C0006', fill: 'FFC7CE' },
  cellLink: { ...CELL, colour: BLUE, underline: true },
  cellRight: { ...CELL, align: 'right' },
  /** What several columns below have in common. */
  group: { ...PLAIN, bold: true, colour: NAVY, vertical: 'middle' },
  /** The answer, in sentences. */
  answer: { ...PLAIN, size: 11, vertical: 'middle' },
  /** What a reader may choose, run on over the cells beside it. */
  input: { ...PLAIN, bold: true, vertical: 'middle', colour: BLUE, fill: PALE_YELLOW },
  tileLabel: { ...PLAIN, colour: QUIET, indent: 1, vertical: 'middle' },
  tile: { ...PLAIN, size: 15, bold: true, colour: NAVY, indent: 1, vertical: 'middle' },
  label: { ...PLAIN, bold: true, vertical: 'middle' },
  /** Lines above a chart: what it finds, and what its axes measure. */
  caption: { ...PLAIN, size: 9, bold: true, colour: NAVY },
  captionAxes: { ...PLAIN, size: 8, colour: QUIET },
  /** One line, cut where the column ends: for rows too many to measure. */
  cellLine: { ...CELL, wrap: false },
  cellLineQuiet: { ...CELL, wrap: false, colour: QUIET },
  cellLineLink: { ...CELL, wrap: false, colour: BLUE, underline: true },
  code: { ...CELL, font: CODE_FONT, size: 9 },
  codeLine: { ...CELL, font: CODE_FONT, size: 9, wrap: false },
  number: NUMBER,
  numberLeft: { ...NUMBER, align: 'left', indent: 1 },
  numberStrong: { ...NUMBER, bold: true },
  numberQuiet: { ...NUMBER, colour: QUIET },
  /** A number with as many digits as it finds room for: never up to the next column. */
  numberFree: { ...NUMBER, indent: 1 },
  numberFreeQuiet: { ...NUMBER, indent: 1, colour: QUIET },
  /** A difference that this number of draws cannot tell from zero. */
  numberUnclear: { ...NUMBER, colour: DIM, italic: true },
  /** What does not hold and should. */
  numberFailed: { ...NUMBER, bold: true, colour: RED },
  /** A number that a reader may change. */
  numberInput: { ...NUMBER, bold: true, fill: PALE_YELLOW },
  /** A word that a reader may choose. */
  cellInput: { ...CELL, bold: true, fill: PALE_YELLOW },
  /** What a reader writes in by hand, on paper too. */
  cellByHand: { ...CELL, air: 16, fill: PALE_YELLOW },
} as const satisfies Record<string, Look>;

/** The name of a look. */
export type Style = keyof typeof LOOKS;

/** The looks by name, as one type. */
export function lookOf(style: Style): Look {
  return LOOKS[style];
}

/** The name of a number format: its kind and its decimals. */
export type Format =
  | `${'plain' | 'signed' | 'percent'}-${number}`
  | 'scientific'
  /** As many decimals as the number needs: for numbers whose unit changes with a choice. */
  | 'general'
  | `${'month' | 'year'}${'' | '-ko'}`;

const DATES: ReadonlyMap<Format, string> = new Map<Format, string>([
  ['month', 'yyyy-mm'],
  ['year', 'yyyy'],
  ['month-ko', 'yyyy"년" m"월"'],
  ['year-ko', 'yyyy"년"'],
]);

/**
 * Spells a number format as Excel wants it; each leaves a gap on the right, so that numbers never touch the next column.
 * `value` is what the cell holds as the workbook is written, where that is known.
 */
export function excelFormat(format: Format, value: number | null = null): string {
  if (format === 'general') return 'General';
  return sectionsOf(format, value)
    .map((section) => `${section}_)`)
    .join(';');
}

/** Spells a number format for the labels of a chart, which stand by themselves. */
export function chartFormat(format: Format): string {
  return sectionsOf(format, null).join(';');
}

function sectionsOf(format: Format, value: number | null): string[] {
  if (format === 'scientific') return ['0.00E+00'];
  if (format === 'general') return ['General'];
  const date = DATES.get(format);
  return date === undefined ? signedSections(format, value) : [date];
}

/**
 * What rounds to nothing has no sign. Excel adds a minus to what is below zero, unless a section can hold nothing else;
 * so what a signed cell shows is right for the number that it holds now, and for all that do not round to nothing.
 */
function signedSections(format: Format, value: number | null): string[] {
  const [kind = '', decimals = ''] = format.split('-');
  const isShare = kind === 'percent';
  const tail = (decimals === '0' ? '' : `.${'0'.repeat(Number(decimals))}`) + (isShare ? '%' : '');
  const half = `0.${'0'.repeat(Number(decimals) + (isShare ? 2 : 0))}5`;
  const whole = isShare ? '0' : '#,##0';
  const isSmallLoss = value !== null && value < 0 && value > -Number(half);
  const from = kind === 'signed' && !isSmallLoss ? half : '0';
  const plus = kind === 'signed' ? '+' : '';
  return [`[>=${from}]${plus}${whole}${tail}`, `[<=-${half}]-${whole}${tail}`, `0${tail}`];
}

/** What one step of indent takes of a column, in digits; LibreOffice takes more than Excel. */
export const INDENT_WIDTH = 1.9;

/** Paper (A4 lying) and margins in inches, and heights in points. */
export const PAGE = {
  paperSize: 9,
  width: 11.69,
  height: 8.27,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  lineHeight: 1.2,
  wideLineHeight: 1.35,
  rowPadding: 2.5,
  maximumRowHeight: 409,
} as const;
