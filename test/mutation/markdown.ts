import { percentOf, type Score, type Survivor } from './score.ts';

const COUNT = new Intl.NumberFormat('en');
/** The longest piece of code that a cell holds. */
const LONGEST = 70;

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function code(text: string): string {
  const short = text.replace(/\s+/g, ' ').trim();
  const cut = short.length > LONGEST ? `${short.slice(0, LONGEST)}…` : short;
  return cut === '' ? 'nothing' : `\`\` ${cut.replaceAll('|', '\\|')} \`\``;
}

/** Writes a row for each folder: changes made, those noticed, survivors, those left out, score. */
export function writeScores(scores: readonly Score[]): string {
  const rows = scores.map((score) => {
    const { folder, killed, endless, leftOut, survivors } = score;
    const made = killed + endless + survivors.length;
    const counts = [made, killed, endless, survivors.length, leftOut].map((n) => COUNT.format(n));
    return line([`\`engine/${folder}\``, ...counts, `${percentOf(score).toFixed(1)}%`]);
  });
  const heads = ['folder', 'changes', 'noticed', 'endless', 'survivors', 'left out', 'score'];
  return [line(heads), '|---|---:|---:|---:|---:|---:|---:|', ...rows].join('\n');
}

function writeSurvivor({ place, before, after, isReached }: Survivor): string {
  return line([
    place,
    code(before),
    isReached ? code(after) : `${code(after)} (no test gets here)`,
  ]);
}

/** Writes the changes of a folder that no test noticed. */
export function writeSurvivors({ folder, survivors }: Score): string {
  const title = `**engine/${folder}**, changes that no test noticed`;
  if (survivors.length === 0) return `${title}: none`;
  const rows = survivors.map(writeSurvivor);
  return [title, '', line(['place', 'code', 'changed to']), '|---|---|---|', ...rows].join('\n');
}
