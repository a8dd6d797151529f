import { spawnSync } from 'node:child_process';
import * as disk from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputError } from '../../cli/file-error.ts';
import { temporaryBeside } from '../../cli/temporary.ts';
import { checkWritable, writeFileInTurns, writeFileWhole } from '../../cli/write-file.ts';
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

  it('keeps a link, and replaces what it leads to, over other links and folders too', () => {
    disk.mkdirSync(join(folder, 'far'));
    const other = join(folder, 'far/other.xlsx');
    disk.writeFileSync(other, 'old');
    disk.symlinkSync('far', join(folder, 'near'));
    disk.symlinkSync('near/other.xlsx', join(folder, 'step.xlsx'));
    disk.symlinkSync(join(folder, 'step.xlsx'), target);
    writeFileWhole(target, [bytes]);
    expect(read(other)).toBe('new\n');
    expect(disk.readlinkSync(target)).toBe(join(folder, 'step.xlsx'));
    expect(disk.readdirSync(join(folder, 'far'))).toEqual(['other.xlsx']);
  });

  it.each<[string, string, string]>([
    ['that leads nowhere', 'gone.xlsx', 'it is a link that leads nowhere'],
    ['in a circle', 'book.xlsx', 'its links lead in a circle'],
    ['to a folder', '.', 'it is a folder'],
    ['to a device', '/dev/null', 'it is not a file'],
    ['to what a shell runs', '.profile', 'it is a link to a file of another kind'],
  ])('refuses a link %s', (_, to, why) => {
    disk.writeFileSync(join(folder, '.profile'), 'old');
    disk.symlinkSync(to, target);
    expect(failure()).toBe(`cannot write ${target}: ${why}`);
    expect(read(join(folder, '.profile'))).toBe('old');
    expect(disk.readlinkSync(target)).toBe(to);
  });

  it('refuses a link to a file that was read', () => {
    const input = join(folder, 'draws.xlsx');
    disk.writeFileSync(input, 'old');
    disk.symlinkSync('draws.xlsx', target);
    expect(failure(target, [input])).toContain('it is one of the files read');
    expect(read(input)).toBe('old');
  });

  it('spares a file that is marked read-only, even from root', () => {
    disk.writeFileSync(target, 'old', { mode: 0o444 });
    expect(failure()).toBe(`cannot write ${target}: it is marked read-only`);
    expect(read(target)).toBe('old');
  });

  it('lets those read the new file who could read the old one, and nobody else', () => {
    for (const mode of [0o600, 0o664]) {
      disk.writeFileSync(target, 'old');
      disk.chmodSync(target, mode);
      writeFileWhole(target, [bytes]);
      expect(disk.statSync(target).mode & 0o777).toBe(mode);
    }
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
    const next = temporaryBeside(target);
    const nameOf = (number: number) => next.replace(/\d+\.tmp$/, `${number}.tmp`);
    const from = Number(/(\d+)\.tmp$/.exec(next)![1]) + 1;
    disk.symlinkSync('/nowhere/else', nameOf(from));
    for (let n = from + 1; n < from + 60; n++) disk.writeFileSync(nameOf(n), 'not mine');
    writeFileWhole(target, [bytes]);
    expect(read(target)).toBe('new\n');
    expect(read(nameOf(from + 59 - 1))).toBe('not mine');
  });
});

describe('the sweep', () => {
  /** A number that no process has: one that has ended, and whose end was waited for. */
  const dead = spawnSync(process.execPath, ['--version']).pid;
  const named = (pid: number) => temporaryBeside(target).replace(`.${process.pid}.`, `.${pid}.`);

  const isSwept = (path: string, age = 0): boolean => {
    disk.writeFileSync(path, '');
    const then = Date.now() / 1000 - age;
    disk.utimesSync(path, then, then);
    writeFileWhole(target, [bytes]);
    return !disk.existsSync(path);
  };

  it('removes what a dead process of this machine left, a folder too', () => {
    expect(isSwept(named(dead))).toBe(true);
    const left = named(dead);
    disk.mkdirSync(join(left, 'model'), { recursive: true });
    writeFileWhole(target, [bytes]);
    expect(disk.existsSync(left)).toBe(false);
  });

  it('leaves alone what a living process works on, until it has not for an hour', () => {
    expect(isSwept(named(process.ppid))).toBe(false);
    expect(isSwept(named(process.ppid), 3000)).toBe(false);
    expect(isSwept(named(process.ppid), 4000)).toBe(true);
  });

  it('does not ask about processes of another machine', () => {
    const foreign = named(dead).replace(/parley\.\w{8}/, 'parley.00000000');
    expect(isSwept(foreign)).toBe(false);
    expect(isSwept(foreign, 4000)).toBe(true);
  });

  it.each([
    '.parley.tmp',
    '.parley.x.1.1.tmp',
    'parley.00000000.1.1.tmp',
    'a.tmp',
    '.a.xlsx.1.1.tmp',
  ])('leaves %s alone, which is not its own', (name) =>
    expect(isSwept(join(folder, name), 10_000)).toBe(false),
  );

  it('removes a link of that name, not what it leads to', () => {
    disk.mkdirSync(join(folder, 'kept'));
    disk.writeFileSync(join(folder, 'kept/file'), '');
    const left = named(dead);
    disk.symlinkSync(join(folder, 'kept'), left);
    writeFileWhole(target, [bytes]);
    expect(disk.lstatSync(left, { throwIfNoEntry: false })).toBeUndefined();
    expect(disk.readdirSync(join(folder, 'kept'))).toEqual(['file']);
  });
});

describe('checkWritable', () => {
  const said = (path: string, on: Disk = disk): string => {
    try {
      checkWritable(path, [], on);
    } catch (thrown) {
      return (thrown as OutputError).message;
    }
    return 'nothing was thrown';
  };

  it('makes nothing, and lets a file in a folder that is not there yet pass', () => {
    expect(said(join(folder, 'a/b/c.xlsx'))).toBe('nothing was thrown');
    expect(disk.readdirSync(folder)).toEqual([]);
  });

  it('finds a file in the way, and a folder that lets nobody write', () => {
    disk.writeFileSync(join(folder, 'out'), '');
    for (const path of ['out/a.xlsx', 'out/a/b.xlsx']) {
      expect(said(join(folder, path))).toContain('a part of its path is a file, not a folder');
    }
    const on = { ...disk, accessSync: fail('EROFS') } as Disk;
    expect(said(target, on)).toBe(`cannot write ${target}: the disk is read-only`);
  });
});

const fail = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};

describe('a disk that fails', () => {
  it.each<[string, Partial<Disk>, string]>([
    ['making the folder', { mkdirSync: fail('EROFS') }, 'the disk is read-only'],
    ['looking at the target', { statSync: fail('EACCES') }, 'permission denied'],
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
    const on = { ...disk, writeFileSync: fail('ENOSPC'), rmSync: fail('EIO') } as Disk;
    expect(failure(target, [], on)).toContain('the disk is full');
  });

  it.each<[string, Partial<Disk>]>([
    ['looking for leftovers', { readdirSync: fail('EACCES') }],
    ['setting rights', { fchmodSync: fail('EPERM') }],
  ])('writes all the same when %s fails', (_, faults) => {
    disk.writeFileSync(target, 'old');
    writeFileWhole(target, [bytes], [], { ...disk, ...faults } as Disk);
    expect(read(target)).toBe('new\n');
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
