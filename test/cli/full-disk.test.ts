import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clean, parley, preloading, shell, studyWith, workFolder } from './process.ts';

const SLOW = { timeout: 180_000 };
const RUN = 'run study --draws 100 --workers 1';
const BOOK = join('out', 'study-preview.xlsx');

afterAll(clean);

/** A study, and where its workbook is to be another one. */
function withOldBook(): string {
  const folder = studyWith();
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, BOOK), 'old');
  return folder;
}

function expectOld(folder: string): void {
  expect(readFileSync(join(folder, BOOK), 'utf8')).toBe('old');
  expect(readdirSync(join(folder, 'out'))).toEqual(['study-preview.xlsx']);
}

/** Tries words in a shell; gives "" where they work, and else what was said. */
function tried(words: readonly string[]): string {
  const { status, error, stderr } = spawnSync(words[0]!, words.slice(1), { encoding: 'utf8' });
  if (status === 0) return '';
  return error?.message ?? (stderr.trim().split('\n').at(-1) || `code ${status}`);
}

/** What a file may grow to is a limit that every shell can set, and a write beyond it stops half way as on a full disk. */
describe.concurrent('a file that may not grow', SLOW, () => {
  it('is not written, and the old workbook stays', async () => {
    const folder = withOldBook();
    const { code, stderr } = await shell(folder, `ulimit -f 40; $PARLEY ${RUN}`);
    const said = `error: cannot write ${BOOK}: the file would be too large\n`;
    expect({ code, stderr }).toEqual({ code: 74, stderr: said });
    expectOld(folder);
  });

  it('is told of a lock too, and the old lock stays', async () => {
    const folder = studyWith();
    expect((await parley(folder, ['lock', 'study', '--draws', '100'])).code).toBe(0);
    const path = join(folder, 'study/parley.lock');
    const old = readFileSync(path, 'utf8');
    const words = 'lock study --draws 200 --update --reason "More draws"';
    const { code, stderr } = await shell(folder, `ulimit -f 1; $PARLEY ${words}`);
    const said = `error: cannot write ${join('study', 'parley.lock')}: the file would be too large\n`;
    expect({ code, stderr }).toEqual({ code: 74, stderr: said });
    expect(readFileSync(path, 'utf8')).toBe(old);
    expect(readdirSync(join(folder, 'study')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('leaves nothing of a study that is begun', async () => {
    const folder = workFolder();
    const { code, stderr } = await shell(folder, 'ulimit -f 0; $PARLEY new question');
    const said = 'error: cannot write question: the file would be too large\n';
    expect({ code, stderr }).toEqual({ code: 74, stderr: said });
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** Makes the calls of the program fail, where a machine does not allow what would make them fail. */
const failing = (change: string) => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { writeFileSync, writeSync } = fs;
  const fail = (code) => { throw Object.assign(new Error(code), { code }); };
  ${change}
  syncBuiltinESMExports();`;

/** Writes 40 kB, and says then that the disk is full. */
const FULL = failing(`
  let room = 40_000;
  fs.writeFileSync = (file, bytes, options) => {
    if (typeof file !== 'number') return writeFileSync(file, bytes, options);
    const part = bytes.subarray(0, room);
    room -= part.length;
    writeSync(file, part);
    if (part.length < bytes.length) fail('ENOSPC');
  };`);
const READ_ONLY = failing("fs.accessSync = () => fail('EROFS');");
const CLOSED = failing("fs.accessSync = () => fail('EACCES');");

/** A file system of one's own needs rights that a container may not give. */
const NAMESPACE = process.getuid?.() === 0 ? 'unshare -m' : 'unshare -rm';
const MOUNT = 'mount -t tmpfs -o size=40k none';
const noMount = tried([...`${NAMESPACE} ${MOUNT}`.split(' '), workFolder()]);
const onDisk =
  noMount === '' ? 'a disk of 40 kB' : `calls that fail: no disk of one's own, ${noMount}`;

/** Runs a line of shell after \`mount\`, where a machine allows it; where not, calls of the program fail. */
function onOwnDisk(folder: string, mount: string, failing: string, line: string) {
  if (noMount !== '') return shell(folder, line, preloading(failing));
  return shell(folder, `${NAMESPACE} bash -c '${mount} && { ${line}; }'`);
}

describe.concurrent(`a disk (${onDisk})`, SLOW, () => {
  it('that is full keeps the old workbook and nothing else', async () => {
    const folder = withOldBook();
    const mount = `${MOUNT} out && printf old >${BOOK}`;
    const look = `code=$?; ls -A out; cat ${BOOK}; exit $code`;
    expect(await onOwnDisk(folder, mount, FULL, `$PARLEY ${RUN}; ${look}`)).toEqual({
      code: 74,
      stdout: 'study-preview.xlsx\nold',
      stderr: `error: cannot write ${BOOK}: the disk is full\n`,
    });
  });

  it('that is read-only is found before the run', async () => {
    const folder = withOldBook();
    const outcome = await onOwnDisk(folder, `${MOUNT} -o ro out`, READ_ONLY, `$PARLEY ${RUN}`);
    expect(outcome).toEqual({
      code: 74,
      stdout: '',
      stderr: `error: cannot write ${BOOK}: the disk is read-only\n`,
    });
    expectOld(folder);
  });
});

/** No folder is closed to root unless it gives up the right to overlook that. */
const isRoot = process.getuid?.() === 0;
const AS_ANYBODY = isRoot ? 'setpriv --bounding-set=-dac_override --inh-caps=-dac_override ' : '';
const noRights = isRoot ? tried([...AS_ANYBODY.trim().split(' '), 'true']) : '';
const inFolder = noRights === '' ? 'mode 555' : `calls that fail: root stays root, ${noRights}`;

describe.concurrent(`a folder that is closed (${inFolder})`, SLOW, () => {
  it('is told of, and the old workbook stays', async () => {
    const folder = withOldBook();
    chmodSync(join(folder, 'out'), 0o555);
    const env = noRights === '' ? {} : preloading(CLOSED);
    const words = `${noRights === '' ? AS_ANYBODY : ''}$PARLEY ${RUN}`;
    const { code, stderr } = await shell(folder, words, env);
    const said = `error: cannot write ${BOOK}: permission denied\n`;
    expect({ code, stderr }).toEqual({ code: 74, stderr: said });
    expectOld(folder);
    chmodSync(join(folder, 'out'), 0o755);
  });
});
