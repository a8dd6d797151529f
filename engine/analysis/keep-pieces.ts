import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { numericsVersion } from '../arithmetic/numerics-version.ts';
import { generatorVersion } from '../draw/generator-version.ts';
import type { PreparedStudy } from '../simulation/prepare-study.ts';
import type { RunItem } from '../simulation/run-list.ts';
import type { Recall, Take } from '../simulation/simulate-study.ts';
import type { StudyFiles } from '../study/study.ts';
import { hashInputs } from './provenance.ts';

/** Where pieces of a run are kept, one for each simulation that is finished, so that a killed run can go on. */
export interface PieceStore {
  /** Names the program that computes, to the bit; what another one computed is not taken. */
  readonly program: string;
  /** Gives a piece as it was written; null where there is none. */
  readonly read: (name: string) => Uint8Array | null;
  readonly write: (name: string, bytes: Uint8Array) => void;
  /** Told before a run begins how many of all pieces are there, and how many are there but of no use. */
  readonly found: (tally: PieceTally) => void;
}

/** What a store held when a run began. */
export interface PieceTally {
  readonly all: number;
  readonly taken: number;
  /** Of another run, or damaged. */
  readonly refused: number;
}

/** Changes with what is kept of a simulation and how. */
const FORM = 'parley piece 1';

/** Hashes everything that the results of a run hang on. Threads and blocks are not among it. */
function keyOf({ study, items }: PreparedStudy, files: StudyFiles, program: string): string {
  const { seed, draws, sampling } = study;
  const runs = items.map(({ item }) => [item.scenario, item.condition, item.isCompared]);
  const versions = [FORM, program, numericsVersion, generatorVersion];
  const text = JSON.stringify([versions, seed, draws, sampling, runs, hashInputs(files)]);
  return createHash('sha256').update(text).digest('hex');
}

const DIGEST_BYTES = 32;

/** The key is part of it: a piece of another run, or of another simulation of this one, does not check either. */
function digestOf(key: string, name: string, content: Uint8Array): Buffer {
  return createHash('sha256').update(`${key} ${name}\n`).update(content).digest();
}

function pack(key: string, name: string, value: unknown): Uint8Array {
  const content = serialize(value);
  return Buffer.concat([digestOf(key, name, content), content]);
}

function unpack<T>(key: string, name: string, bytes: Uint8Array): T | null {
  const content = bytes.subarray(DIGEST_BYTES);
  const isWhole = digestOf(key, name, content).equals(bytes.subarray(0, DIGEST_BYTES));
  return isWhole ? (deserialize(content) as T) : null;
}

/**
 * Lets a run keep a piece of what it takes of each simulation, and recall the pieces that an earlier one has kept.
 * A piece that does not check is not taken: its simulation runs again.
 */
export function keepPieces<T>(
  store: PieceStore,
  prepared: PreparedStudy,
  files: StudyFiles,
  take: Take<T>,
): { readonly take: Take<T>; readonly recall: Recall<T> } {
  const key = keyOf(prepared, files, store.program);
  const names = new Map(prepared.items.map(({ item }, index) => [item, String(index)]));
  const nameOf = (item: RunItem) => names.get(item)!;
  const pieces = new Map<string, T | null>();
  for (const name of names.values()) {
    const bytes = store.read(name);
    if (bytes !== null) pieces.set(name, unpack(key, name, bytes));
  }
  const refused = [...pieces.values()].filter((piece) => piece === null).length;
  store.found({ all: names.size, taken: pieces.size - refused, refused });
  return {
    take: (item, results) => {
      const value = take(item, results);
      store.write(nameOf(item), pack(key, nameOf(item), value));
      return value;
    },
    recall: (item) => pieces.get(nameOf(item)) ?? null,
  };
}
