import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PieceStore, PieceTally } from '../../../engine/analysis/keep-pieces.ts';
import { checkStudy } from '../../../engine/check.ts';
import { type RunOptions, runStudy, withSettings } from '../../../engine/run.ts';
import { filesOf, type Texts, VALIDATED_STUDY } from '../../support/small-study.ts';

/** A store in memory, what it was told, and what was written into it. */
function storeOf(pieces: ReadonlyMap<string, Uint8Array>, program = 'this one') {
  const written = new Map<string, Uint8Array>();
  let tally: PieceTally | undefined;
  const store: PieceStore = {
    program,
    read: (name) => pieces.get(name) ?? null,
    write: (name, bytes) => void written.set(name, bytes),
    found: (told) => {
      tally = told;
    },
  };
  return { store, written, tally: () => tally };
}

interface Changes {
  readonly texts?: Texts;
  readonly settings?: Parameters<typeof withSettings>[1];
  readonly program?: string;
  readonly block?: number;
}

/** Runs the small study on what a store holds; gives the results, what ran and what was found. */
async function run(pieces: ReadonlyMap<string, Uint8Array>, changes: Changes = {}) {
  const { store, written, tally } = storeOf(pieces, changes.program);
  const checked = checkStudy(filesOf({ ...VALIDATED_STUDY, ...changes.texts }));
  const study = withSettings(checked.ready!.study, { draws: 40, ...changes.settings });
  const ran: number[] = [];
  const onProgress: NonNullable<RunOptions['onProgress']> = (_, all) => void ran.push(all);
  const { block = 256 } = changes;
  const options = { name: 'small', engineVersion: '0', workers: 0, block, onProgress };
  const results = await runStudy(
    { ...checked, ready: { ...checked.ready!, study } },
    { ...options, pieces: store },
  );
  return { results, written, tally: tally(), ran: ran[0] ?? 0 };
}

const first = await run(new Map());
const ALL = first.written.size;

describe('the pieces of a run', () => {
  it('are one for each simulation, and change nothing about it', async () => {
    const checked = checkStudy(filesOf(VALIDATED_STUDY));
    const study = withSettings(checked.ready!.study, { draws: 40 });
    const without = await runStudy(
      { ...checked, ready: { ...checked.ready!, study } },
      { name: 'small', engineVersion: '0', workers: 0 },
    );
    expect(first.results).toEqual(without);
    expect(first.tally).toEqual({ all: ALL, taken: 0, refused: 0 });
    expect(first.ran).toBe(ALL);
    expect(ALL).toBeGreaterThan(6);
  });

  it('take the place of their simulations, whichever of them are there', async () => {
    const some = fc.subarray([...first.written]);
    await fc.assert(
      fc.asyncProperty(some, async (kept) => {
        const again = await run(new Map(kept));
        expect(again.tally).toEqual({ all: ALL, taken: kept.length, refused: 0 });
        expect(again.ran).toBe(ALL - kept.length);
        expect(again.written.size).toBe(ALL - kept.length);
        expect(again.results).toEqual(first.results);
      }),
      { numRuns: 8, examples: [[[]], [[...first.written]]] },
    );
  });

  it('are refused where a bit is otherwise, or bytes are missing or too many', async () => {
    const damage = fc.oneof(
      fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([at, by]) => (bytes: Buffer) => {
        bytes[at % bytes.length]! ^= by;
        return bytes;
      }),
      fc.nat().map((at) => (bytes: Buffer) => bytes.subarray(0, at % bytes.length)),
      fc.constant((bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)])),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(ALL - 1), damage, async (which, harm) => {
        const name = String(which);
        const harmed = harm(Buffer.from(first.written.get(name)!));
        const again = await run(new Map([...first.written, [name, harmed]]));
        expect(again.tally).toEqual({ all: ALL, taken: ALL - 1, refused: 1 });
        expect([...again.written.keys()]).toEqual([name]);
        expect(again.results).toEqual(first.results);
      }),
      { numRuns: 15 },
    );
  });

  it('are refused in the place of another simulation', async () => {
    const swapped = new Map(first.written)
      .set('1', first.written.get('2')!)
      .set('2', first.written.get('1')!);
    const again = await run(swapped);
    expect(again.tally).toEqual({ all: ALL, taken: ALL - 2, refused: 2 });
    expect(again.results).toEqual(first.results);
  });

  const usual = VALIDATED_STUDY['usual.yaml']!;
  const shop = VALIDATED_STUDY['model/shop.yaml']!;
  it.each<[string, Changes]>([
    ['another seed', { settings: { seed: 'other' } }],
    ['more draws', { settings: { draws: 60 } }],
    ['another program', { program: 'a later one' }],
    ['another assumption', { texts: { 'model/shop.yaml': shop.replace('10%', '11%') } }],
    ['another scenario text', { texts: { 'usual.yaml': `${usual}about: Otherwise\n` } }],
    ['fewer scenarios', { settings: { scenarios: ['usual'] } }],
  ])('are refused by a run with %s, which comes out as if there were none', async (_, changes) => {
    const there = await run(first.written, changes);
    const without = await run(new Map(), changes);
    expect(there.tally).toMatchObject({ taken: 0, refused: without.tally!.all });
    expect(there.results).toEqual(without.results);
    expect(there.results.provenance.digest).toBe(without.results.provenance.digest);
  });

  it('hold for a run in other blocks', async () => {
    const half = [...first.written].filter((_, index) => index % 2 === 0);
    const again = await run(new Map(half), { block: 7 });
    expect(again.tally).toEqual({ all: ALL, taken: half.length, refused: 0 });
    expect(again.results).toEqual(first.results);
  });
});
