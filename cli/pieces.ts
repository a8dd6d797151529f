import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PieceStore, PieceTally } from '../engine/index.ts';
import { FileError } from './file-error.ts';
import { countOf } from './number-text.ts';
import { packageFolder } from './package-folder.ts';
import { remark } from './terminal.ts';
import { writeFileWhole } from './write-file.ts';

/** Pieces of a run on the disk, which are of no use once its outputs are written. */
export interface Pieces extends PieceStore {
  readonly clear: () => void;
}

/** A version says too little of a program that somebody works on: hashes what is installed, file by file. */
function nameProgram(): string {
  const built = join(packageFolder(), 'dist');
  const hash = createHash('sha256').update(process.version);
  const paths = readdirSync(built, { recursive: true, encoding: 'utf8' });
  for (const path of paths.filter((one) => /\.(js|wasm)$/.test(one)).sort()) {
    hash.update(`\n${path}\n`).update(readFileSync(join(built, path)));
  }
  return hash.digest('hex');
}

function readPiece(path: string): Uint8Array | null {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : null;
  } catch {
    return null;
  }
}

function reportFound({ all, taken, refused }: PieceTally): void {
  if (taken + refused === 0) return;
  const others = `${refused} of another run or damaged: these run again`;
  const more = refused === 0 ? '' : `; ${others}`;
  remark(`resuming: ${taken} of ${countOf(all, 'simulation')} are there already${more}`);
}

/** Where pieces cannot be kept, the run goes on without, and says so once. */
function keeper(folder: string): PieceStore['write'] {
  let keeps = true;
  return (name, bytes) => {
    if (!keeps) return;
    try {
      writeFileWhole(join(folder, name), [bytes]);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      keeps = false;
      remark(`this run could not be resumed, and goes on: ${error.message}`);
    }
  };
}

/** Opens the pieces that runs for a workbook keep beside it, in `.parley/WORKBOOK`; no two workbooks share them. */
export function openPieces(workbook: string): Pieces {
  const all = join(dirname(workbook), '.parley');
  const folder = join(all, basename(workbook));
  return {
    program: nameProgram(),
    read: (name) => readPiece(join(folder, name)),
    write: keeper(folder),
    found: reportFound,
    clear: () => {
      try {
        rmSync(folder, { recursive: true, force: true });
        rmdirSync(all);
      } catch {
        // Something else is in it, or it is no folder: the outputs are written all the same.
      }
    },
  };
}
