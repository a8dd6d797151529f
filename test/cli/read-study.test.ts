import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../cli/file-error.ts';
import { readStudyFolder } from '../../cli/read-study.ts';

let base = '';
let folder = '';

const put = (path: string, text = 'x: 1\n') => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

const failure = (): InputError => {
  try {
    readStudyFolder(folder);
  } catch (thrown) {
    if (thrown instanceof InputError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
};

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'parley-read-'));
  folder = join(base, 'study');
  mkdirSync(folder);
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('readStudyFolder', () => {
  it('reads the parts of a study in sorted order, and nothing else', () => {
    const wanted = [
      'draws.csv',
      'lng-offer.yaml',
      'model/lng.yaml',
      'model/model.yaml',
      'model/partners.csv',
      'model/tables/2024/trade.csv',
      'sources.yaml',
      'study.yaml',
      'tests/cases.csv',
      'tests/lng.yaml',
    ];
    for (const path of wanted.toReversed()) put(path);
    for (const path of ['README.md', '.parley/scenario.schema.json', '.hidden.yaml']) put(path);
    for (const path of ['model/deep/other.yaml', 'out/x.yaml', 'notes/a.csv']) put(path);
    expect([...readStudyFolder(folder).keys()]).toEqual(wanted);
  });

  it('returns the bytes as they are', () => {
    put('study.yaml', '\ufeff한글');
    expect(readStudyFolder(folder).get('study.yaml')).toEqual(
      new TextEncoder().encode('\ufeff한글'),
    );
  });

  it('composes names that a Mac spells apart', () => {
    put(`${'관세'.normalize('NFD')}.yaml`);
    expect([...readStudyFolder(folder).keys()]).toEqual(['관세.yaml']);
  });

  it('follows a link inside the study', () => {
    put('a.yaml', 'a');
    symlinkSync('a.yaml', join(folder, 'b.yaml'));
    expect(readStudyFolder(folder).size).toBe(2);
  });

  it('leaves folders alone, whatever their names', () => {
    mkdirSync(join(folder, 'model/a.yaml/b.csv'), { recursive: true });
    expect(readStudyFolder(folder).size).toBe(0);
  });

  it.each<[string, () => void, string]>([
    ['no folder', () => rmSync(folder, { recursive: true }), 'there is no such folder'],
    [
      'a file instead of a folder',
      () => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, '');
      },
      'it is not a folder',
    ],
    [
      'a link out of the study',
      () => {
        writeFileSync(join(base, 'secret.yaml'), '');
        symlinkSync('../secret.yaml', join(folder, 'a.yaml'));
      },
      'it leads out of the study',
    ],
    [
      'a link to a folder whose name starts alike',
      () => {
        mkdirSync(`${folder}-evil`);
        writeFileSync(join(`${folder}-evil`, 'x.yaml'), '');
        symlinkSync('../study-evil/x.yaml', join(folder, 'a.yaml'));
      },
      'it leads out of the study',
    ],
    [
      'a link to nothing',
      () => symlinkSync('nowhere.yaml', join(folder, 'a.yaml')),
      'there is no such file or folder',
    ],
    [
      'links in a circle',
      () => symlinkSync('a.yaml', join(folder, 'a.yaml')),
      'its links lead in a circle',
    ],
    [
      'a link to a device',
      () => symlinkSync('/dev/zero', join(folder, 'a.yaml')),
      'it leads out of the study',
    ],
    ['a pipe', () => execFileSync('mkfifo', [join(folder, 'a.yaml')]), 'it is not a file'],
    [
      'a file that is too large',
      () => {
        put('a.csv', '');
        truncateSync(join(folder, 'a.csv'), 33 * 1024 * 1024);
      },
      'it is too large',
    ],
    ['a name with odd characters', () => put('a\u202eb.yaml'), 'its name holds odd characters'],
    [
      'twins in Unicode',
      () => {
        put('caf\u00e9.yaml');
        put('cafe\u0301.yaml');
      },
      'spelled differently',
    ],
    [
      'too many files',
      () => {
        for (let i = 0; i < 1001; i++) put(`s${i}.yaml`, '');
      },
      'more than 1000 files',
    ],
  ])('refuses %s', (_, prepare, message) => {
    put('study.yaml');
    prepare();
    const thrown = failure();
    expect(thrown.message).toContain(message);
    expect(thrown.message).not.toContain('\n');
    expect(thrown.exitCode).toBe(74);
  });
});
