import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { PACKAGES_BY_FILE } from '../support/bundle.ts';
import { clean, parley, workFolder } from './process.ts';

afterAll(clean);

interface Coverage {
  readonly result: readonly { readonly url: string }[];
}

/** Lists the files of code that each thread of a command loaded, the main one last. */
async function loadedBy(...words: readonly string[]): Promise<readonly (readonly string[])[]> {
  const folder = workFolder();
  const { code, stderr } = await parley(folder, words, { NODE_V8_COVERAGE: join(folder, 'seen') });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const threads = readdirSync(join(folder, 'seen')).map((name) => {
    const { result } = JSON.parse(readFileSync(join(folder, 'seen', name), 'utf8')) as Coverage;
    return result.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
  });
  const isMain = (files: readonly string[]) => files.some((file) => file.endsWith('cli/main.js'));
  return threads.toSorted((a, b) => Number(isMain(a)) - Number(isMain(b)));
}

/** Lists the packages whose code files hold, bundled or as they were installed. */
function packagesIn(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => {
    const installed = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1];
    return installed ?? PACKAGES_BY_FILE.get(relative('dist', file))!;
  });
}

const HEAVY = ['exceljs', 'fflate', 'hyparquet-writer', 'mathjs', 'seedrandom', 'yaml', 'zod'];

function heavyIn(files: readonly string[]): readonly string[] {
  return HEAVY.filter((name) => packagesIn(files).includes(name));
}

const STUDY = resolve('scenarios/first-steps');

test.each(['--help', '--version'])('%s loads the command line alone', async (word) => {
  const [files, ...threads] = await loadedBy(word);
  expect(threads).toEqual([]);
  expect(files!.map((file) => basename(file))).toEqual(['main.js', 'rolldown-runtime.js']);
  expect(packagesIn(files!)).toContain('yargs');
  expect(heavyIn(files!)).toEqual([]);
});

test('a check loads nothing that writes reports, and the parser of the formula library alone', async () => {
  const [files] = await loadedBy('check', STUDY);
  expect(heavyIn(files!)).toEqual(['mathjs', 'seedrandom', 'yaml', 'zod']);
  const engine = files!.find((file) => basename(file) === 'engine.js')!;
  expect(readFileSync(engine, 'utf8')).toMatch(/mathjs\/lib\/esm\/expression\/parse\.js$/m);
  expect(readFileSync(engine, 'utf8')).not.toMatch(/mathjs\/lib\/esm\/type\/matrix/);
});

test('threads load the arithmetic and no package', async () => {
  const words = ['run', STUDY, '--draws', '600', '--workers', '2', '--out', 'a.xlsx'];
  const [one, other, main] = await loadedBy(...words);
  expect(heavyIn(main!)).toEqual(HEAVY);
  for (const files of [one!, other!]) {
    expect(files.map((file) => basename(file)).sort()).toEqual(['thread.js', 'worker.js']);
    expect(packagesIn(files)).toEqual([]);
  }
});
