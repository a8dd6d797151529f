/** A bar that fills while work is done. */
export interface Progress {
  update(done: number): void;
  finish(): void;
}

/** What a bar is drawn on; `process.stderr` is one. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const SILENT: Progress = { update: () => {}, finish: () => {} };

/** Often enough to look alive, seldom enough to cost nothing. */
const PAUSE = 100;

/** Draws progress with the time left where there is a terminal; elsewhere stays silent. */
export function showProgress(
  title: string,
  total: number,
  screen: Screen = process.stderr,
  now: () => number = Date.now,
  env: NodeJS.ProcessEnv = process.env,
): Progress {
  if (screen.isTTY !== true || env.TERM === 'dumb' || total <= 0) return SILENT;
  const colour = !env.NO_COLOR;
  const start = now();
  let last = Number.NEGATIVE_INFINITY;
  return {
    update(done) {
      const time = now();
      if (time - last < PAUSE && done < total) return;
      last = time;
      const share = Math.min(1, done / total);
      const left = share > 0 ? ((time - start) * (1 - share)) / share : Number.NaN;
      const text = `${String(Math.floor(share * 100)).padStart(3)}%  ${timeLeft(left)}`;
      const width = Math.min(40, (screen.columns ?? 80) - title.length - text.length - 6);
      screen.write(`\r\x1b[K${title} ${drawBar(share, width, colour)} ${text}`);
    },
    finish: () => void screen.write('\r\x1b[K'),
  };
}

function drawBar(share: number, width: number, colour: boolean): string {
  if (width < 4) return '';
  const full = Math.round(share * width);
  const filled = '#'.repeat(full);
  return `[${colour ? `\x1b[32m${filled}\x1b[39m` : filled}${'.'.repeat(width - full)}]`;
}

/** Says how long something still takes: "0:07 left", "1:02:33 left". */
export function timeLeft(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return '';
  const seconds = Math.ceil(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const tail = `${String(rest).padStart(2, '0')} left`;
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}
