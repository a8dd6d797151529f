/** Colours of charts, as RRGGBB: one for each part that something plays, the same on every sheet. */
export const INKS = {
  /** The scenario that is looked at. */
  chosen: '1F3864',
  /** Its ranges: the inner half, and nine tenths of the draws. */
  half: '6FB1BD',
  most: 'C9E2E6',
  /** What it is judged against. */
  baseline: '6B6B6B',
  baselinePale: 'B8B8B8',
  /** The world before the question arose, always an outline. */
  reference: '8C8C8C',
  /** Every other scenario. */
  other: '9DB2C9',
  /** What raises and what lowers. */
  high: '1B7F8C',
  low: 'C8872B',
  grid: 'E3E3E3',
  axis: '8C8C8C',
  text: '404040',
  title: '1F3864',
  paper: 'FFFFFF',
  /** Scenarios side by side, told apart by colour-blind readers (Tol's muted scheme). */
  line1: '332288',
  line2: '117733',
  line3: 'CC6677',
  line4: '44AA99',
  line5: '882255',
  line6: '999933',
  line7: 'AA4499',
  line8: '5598C8',
} as const;

/** The name of a colour. */
export type Ink = keyof typeof INKS;

/** The shape of a mark. */
export type MarkerShape = 'circle' | 'square' | 'diamond' | 'triangle' | 'dash';
