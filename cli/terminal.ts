import { createColors } from 'picocolors';

type Colours = ReturnType<typeof createColors>;

/** Chooses colours for a stream: none where it is no terminal or the user wants none. */
export function coloursFor(stream: NodeJS.WriteStream, env = process.env): Colours {
  return createColors(hasColour(stream, env));
}

/** Tells whether a stream shows colours; NO_COLOR wins over FORCE_COLOR. */
export function hasColour(
  stream: Pick<NodeJS.WriteStream, 'isTTY'>,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/** Enough for any report, little enough for a page. */
const WIDTH = 100;

/** Gives the columns that a table may take; the same everywhere but on a terminal. */
export function tableWidth(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>): number {
  return stream.isTTY === true ? Math.max(60, stream.columns ?? WIDTH) : WIDTH;
}

/** How much of a formula or of reasons a reader at a terminal sees. */
const LONGEST = 160;

/** Gives the characters that a line of reasons may have: a pipe gets all of it. */
export function longestLine(stream: Pick<NodeJS.WriteStream, 'isTTY'>): number {
  return stream.isTTY === true ? LONGEST : Number.POSITIVE_INFINITY;
}

/** Writes a result. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a remark that is no result, where a pipe does not see it. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Writes data for machines. */
export function printJson(data: unknown): void {
  print(JSON.stringify(data, null, 2));
}
