import * as disk from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputError } from '../../cli/file-error.ts';
import { writeFileInTurns, writeFileWhole } from '../../cli/write-file.ts';
import type { Disk } from '../../cli/write-steps.ts';

let folder = '';
let target = '';
const bytes = new TextEncoder().encode('new\n');
const read = (path: string) => disk.readFileSync(path, 'utf8');

beforeEach(() => {
  folder = disk.mkdtempSync(join(tmpdir(), 'parley-write-'));
  target = join(folder, 'book.xlsx');
});

afterEach(() => disk.rmSync(folder, { recursive: true, force: true }));

const failure = (path = target, inputs: string[] = [], on: Disk = disk): string => {
  try {
    writeFileWhole(path, [bytes], inputs, on);
  } catch (thrown) {
    if (!(thrown instanceof OutputError)) throw thrown;
    expect(thrown.exitCode).toBe(74);
    expect(thrown.message).not.toContain('\n');
    return thrown.message;
  }
  return 'nothing was thrown';
};

describe('writeFileWhole', () => {
  it('writes a new file, an existing one, and folders on the way', () => {
    writeFileWhole(target, [bytes]);
    writeFileWhole(target, [new TextEncoder().encode('newer')]);
    writeFileWhole(join(folder, 'out/deep/a.csv'), [new Uint8Array()]);
    expect(read(target)).toBe('newer');
    expect(disk.readdirSync(folder).sort()).toEqual(['book.xlsx', 'out']);
  });

  it('writes large files whole', () => {
    const large = new Uint8Array(20_000_000).fill(7);
    writeFileWhole(target, [large]);
    expect(disk.statSync(target).size).toBe(large.length);
  });

  it('refuses a folder', () => {
    disk.mkdirSync(target);
    expect(failure()).toContain('it is a folder');
  });

  it('refuses a link, and spares what it leads to', () => {
    const other = join(folder, 'other');
    disk.writeFileSync(other, 'old');
    disk.symlinkSync(other, target);
    expect(failure()).toContain('it is a link');
    expect(read(other)).toBe('old');
  });

  it('refuses a file that was read, under any of its names', () => {
    const input = join(folder, 'study.yaml');
    disk.writeFileSync(input, 'old');
    disk.linkSync(input, target);
    expect(failure(input, [input])).toContain('it is one of the files read');
    expect(failure(target, [join(folder, 'gone'), input])).toContain('one of the files read');
    expect(read(input)).toBe('old');
  });

  it('says so where a file stands in the way', () => {
    disk.writeFileSync(join(folder, 'out'), '');
    expect(failure(join(folder, 'out/a.csv'))).toContain('a file stands where a folder is needed');
    expect(failure(join(folder, 'out/b/a.csv'))).toContain('not a folder');
  });

  it('says so where a name is too long', () => {
    expect(failure(join(folder, 'x'.repeat(300)))).toContain('its name is too long');
  });

  it('is not fooled by files that bear its temporary names', () => {
    disk.symlinkSync('/nowhere/else', join(folder, `.book.xlsx.${process.pid}.1.tmp`));
    for (let n = 2; n < 60; n++)
      disk.writeFileSync(join(folder, `.book.xlsx.${process.pid}.${n}.tmp`), '');
    writeFileWhole(target, [bytes]);
    expect(read(target)).toBe('new\n');
  });

  it('sweeps what was left by a process killed long ago', () => {
    const old = join(folder, '.book.xlsx.4.1.tmp');
    const young = join(folder, '.book.xlsx.5.1.tmp');
    const foreign = join(folder, '.other.xlsx.4.1.tmp');
    for (const path of [old, young, foreign]) disk.writeFileSync(path, '');
    for (const path of [old, foreign]) disk.utimesSync(path, 0, 0);
    writeFileWhole(target, [bytes]);
    expect([old, young, foreign].map(disk.existsSync)).toEqual([false, true, true]);
  });
});

describe('a disk that fails', () => {
  const fail = (code: string) => () => {
    throw Object.assign(new Error(code), { code });
  };

  it.each<[string, Partial<Disk>, string]>([
    ['making the folder', { mkdirSync: fail('EROFS') }, 'the disk is read-only'],
    ['looking at the target', { lstatSync: fail('EACCES') }, 'permission denied'],
    ['looking for leftovers', { readdirSync: fail('EIO') }, 'the disk reports an error'],
    ['opening', { openSync: fail('EMFILE') }, 'too many files are open'],
    ['writing', { writeFileSync: fail('ENOSPC') }, 'the disk is full'],
    ['flushing', { fsyncSync: fail('EIO') }, 'the disk reports an error'],
    ['asking for the size', { fstatSync: fail('EIO') }, 'the disk reports an error'],
    ['renaming', { renameSync: fail('EACCES') }, 'permission denied'],
    ['writing a part in silence', { writeFileSync: () => {} }, 'the disk is full'],
  ])('keeps the old file when %s fails', (_, faults, reason) => {
    disk.writeFileSync(target, 'old');
    expect(failure(target, [], { ...disk, ...faults } as Disk)).toBe(
      `cannot write ${target}: ${reason}`,
    );
    expect(read(target)).toBe('old');
    expect(disk.readdirSync(folder)).toEqual(['book.xlsx']);
  });

  it('reports the first reason where cleaning up fails too', () => {
    const on = { ...disk, writeFileSync: fail('ENOSPC'), unlinkSync: fail('EIO') } as Disk;
    expect(failure(target, [], on)).toContain('the disk is full');
  });

  it('succeeds where only the folder cannot be flushed', () => {
    let calls = 0;
    const fsyncSync: Disk['fsyncSync'] = (file) => {
      calls += 1;
      if (calls === 2) fail('EINVAL')();
      disk.fsyncSync(file);
    };
    writeFileWhole(target, [bytes], [], { ...disk, fsyncSync });
    expect(read(target)).toBe('new\n');
  });
});

describe('writeFileInTurns', () => {
  it('writes the same as in one go, and leaves nothing beside it', async () => {
    await writeFileInTurns(target, [bytes, new Uint8Array(), bytes]);
    expect(read(target)).toBe('new\nnew\n');
    expect(disk.readdirSync(folder)).toEqual(['book.xlsx']);
  });

  it('leaves the old file alone where a piece cannot be made, and says what the maker says', async () => {
    disk.writeFileSync(target, 'old');
    function* pieces() {
      yield bytes;
      throw new Error('no more');
    }
    await expect(writeFileInTurns(target, pieces())).rejects.toThrow('no more');
    expect(read(target)).toBe('old');
    expect(disk.readdirSync(folder)).toEqual(['book.xlsx']);
  });

  it('says in one line where the file cannot be written', async () => {
    disk.mkdirSync(target);
    await expect(writeFileInTurns(target, [bytes])).rejects.toThrow(
      `cannot write ${target}: it is a folder`,
    );
  });
});
