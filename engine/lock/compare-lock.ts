import { compareSaid, type SaidChange } from './compare-said.ts';
import { FIGURES, type FigureName, type Lock, type LockedMeasure } from './lock.ts';
import type { Said } from './said.ts';
import { wideTolerances } from './tolerance.ts';
import type {
  DigestVerdict,
  FigureVerdict,
  InputChange,
  Verdict,
  Verification,
} from './verification.ts';

const GOOD: readonly Verdict[] = ['exact', 'within tolerance', 'not held'];

/** Pairs what is in either of two maps, the locked order first. */
function pairs<T>(
  locked: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
): readonly (readonly [name: string, locked: T | undefined, now: T | undefined])[] {
  const names = [...new Set([...locked.keys(), ...now.keys()])];
  return names.map((name) => [name, locked.get(name), now.get(name)]);
}

function presence(locked: unknown, now: unknown): Verdict | null {
  if (now === undefined) return 'missing';
  return locked === undefined ? 'new' : null;
}

function compareDigests(
  kind: DigestVerdict['kind'],
  locked: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly DigestVerdict[] {
  return pairs(locked, now).map(([name, was, is]) => ({
    kind,
    name,
    verdict: presence(was, is) ?? (was === is ? 'exact' : 'changed'),
    locked: was ?? '',
    now: is ?? '',
  }));
}

function withinTolerance({ tolerance }: LockedMeasure, difference: number | null): boolean {
  if (tolerance.kind === 'exact' || difference === null) return false;
  return Math.abs(difference) <= tolerance.value;
}

function compareFigure(
  measure: string,
  locked: LockedMeasure,
  now: LockedMeasure,
  run: string,
  figure: FigureName,
): FigureVerdict {
  const [was, is] = [locked.outcomes.get(run)?.[figure], now.outcomes.get(run)?.[figure]];
  const [old, fresh] = [was?.value ?? null, is?.value ?? null];
  const difference = old === null || fresh === null ? null : fresh - old + 0;
  const spread = was?.error ?? 0;
  const isSame = Object.is(old, fresh);
  const moved = withinTolerance(locked, difference) ? 'within tolerance' : 'changed';
  return {
    measure,
    unit: now.unit,
    run,
    figure,
    verdict: presence(was, is) ?? (isSame ? 'exact' : moved),
    locked: old,
    now: fresh,
    difference,
    errors: difference === null || spread === 0 ? null : difference / spread,
  };
}

function compareFigures(locked: Lock, now: Lock): readonly FigureVerdict[] {
  return pairs(locked.measures, now.measures).flatMap(([name, was, is]) => {
    const empty = { ...(was ?? is)!, outcomes: new Map() };
    const [old, fresh] = [was ?? empty, is ?? empty];
    return pairs(old.outcomes, fresh.outcomes).flatMap(([run]) =>
      FIGURES.map((figure) => compareFigure(name, old, fresh, run, figure)),
    );
  });
}

/** A measure whose figures all lie within its tolerance may have other draws. */
function compareMeasures(
  locked: Lock,
  now: Lock,
  figures: readonly FigureVerdict[],
): readonly DigestVerdict[] {
  const digestsOf = ({ measures }: Lock) =>
    new Map([...measures].map(([name, { digest }]) => [name, digest]));
  return compareDigests('measure', digestsOf(locked), digestsOf(now)).map((one) => {
    if (one.verdict !== 'changed') return one;
    const isTolerant = locked.measures.get(one.name)!.tolerance.kind !== 'exact';
    const own = figures.filter(({ measure }) => measure === one.name);
    const holds = own.every(({ verdict }) => verdict === 'exact' || verdict === 'within tolerance');
    return isTolerant && holds ? { ...one, verdict: 'within tolerance' } : one;
  });
}

/** A lock that lets a measure move lets what is computed beside it move too: no figures of those are kept. */
function lenient(locked: Lock, verdicts: readonly DigestVerdict[]): readonly DigestVerdict[] {
  const isTolerant = [...locked.measures.values()].some(
    ({ tolerance }) => tolerance.kind !== 'exact',
  );
  if (!isTolerant) return verdicts;
  return verdicts.map((one) => (one.verdict === 'changed' ? { ...one, verdict: 'not held' } : one));
}

function versions({ numerics, generator, sampling, seed, draws }: Lock) {
  const parts = { numerics, generator, sampling, seed, draws: String(draws) };
  return new Map(Object.entries(parts));
}

function compareInputs(
  locked: Lock,
  now: Lock,
  said: readonly SaidChange[],
): readonly InputChange[] {
  return pairs(locked.inputs, now.inputs).flatMap(([path, was, is]): readonly InputChange[] => {
    if (was === is) return [];
    const verdict = presence(was, is) ?? 'changed';
    return [
      {
        path,
        verdict,
        said: said.filter(({ places }) => places.some(({ file }) => file === path)),
      },
    ];
  });
}

/** Holds what came out now against what was locked; `said` is what the study says now, and where. */
export function compareLock(locked: Lock, now: Lock, said: readonly Said[]): Verification {
  const changes = compareSaid(locked.said, said);
  const inputs = compareInputs(locked, now, changes);
  const told = new Set(inputs.flatMap((input) => input.said));
  const figures = compareFigures(locked, now);
  const digests = [
    ...compareMeasures(locked, now, figures),
    ...compareDigests('run', locked.runs, now.runs),
    ...lenient(locked, [
      ...compareDigests('version', versions(locked), versions(now)),
      ...compareDigests('trajectory', locked.trajectories, now.trajectories),
      ...compareDigests('validation', locked.validations, now.validations),
    ]),
  ];
  const elsewhere = changes.filter((change) => !told.has(change));
  const wide = wideTolerances(locked);
  const passed =
    [inputs, elsewhere, wide].every(({ length }) => length === 0) &&
    [...figures, ...digests].every(({ verdict }) => GOOD.includes(verdict));
  return { inputs, elsewhere, figures, digests, wide, passed };
}
