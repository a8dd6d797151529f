/** What Stryker writes of one change (mutation-testing-report-schema). */
export interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The report of a run, as far as it is read. */
export interface Report {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>
  >;
}

/** A change that no test noticed. */
export interface Survivor {
  readonly place: string;
  readonly before: string;
  readonly after: string;
  readonly isReached: boolean;
}

/** What became of the changes of a folder. */
export interface Score {
  readonly folder: string;
  readonly killed: number;
  readonly endless: number;
  readonly leftOut: number;
  readonly survivors: readonly Survivor[];
}

const ALIVE = ['Survived', 'NoCoverage'];
const LEFT_OUT = ['Ignored', 'CompileError', 'RuntimeError'];

function textOf(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return lines.join('\n');
}

/** Counts the changes of a folder by what became of them. */
export function scoreOf(folder: string, { files }: Report): Score {
  const all = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ file, source, mutant })),
  );
  const count = (...statuses: string[]) =>
    all.filter(({ mutant }) => statuses.includes(mutant.status)).length;
  const survivors = all
    .filter(({ mutant }) => ALIVE.includes(mutant.status))
    .map(({ file, source, mutant }) => ({
      place: `${file}:${mutant.location.start.line}:${mutant.location.start.column}`,
      before: textOf(source, mutant.location),
      after: mutant.replacement ?? '',
      isReached: mutant.status === 'Survived',
    }));
  return {
    folder,
    killed: count('Killed'),
    endless: count('Timeout'),
    leftOut: count(...LEFT_OUT),
    survivors,
  };
}

/** Gives the share of changes that a test noticed or that never ended, in percent. */
export function percentOf({ killed, endless, survivors }: Score): number {
  const noticed = killed + endless;
  return (100 * noticed) / (noticed + survivors.length);
}
