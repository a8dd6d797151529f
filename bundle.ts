import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';

/**
 * Bundles what the compiler wrote to `build/` into the few files of `dist/` that are shipped: how many files are
 * loaded is most of what starting costs. The spreadsheet library stays outside; only the writing of a workbook loads it.
 */
const { output } = await build({
  input: {
    'cli/main': 'build/cli/main.js',
    'engine/index': 'build/engine/index.js',
    // Beside the code that starts threads of it.
    'chunks/worker': 'build/engine/simulation/worker.js',
  },
  platform: 'node',
  external: ['exceljs'],
  // The same library without asking the environment of the process at every token.
  resolve: { alias: { yaml: resolve('node_modules/yaml/browser/index.js') } },
  onLog: (level, log) => {
    if (level === 'warn') throw new Error(log.message);
  },
  output: {
    dir: 'dist',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
  },
});

/** Finds the folder of the package that a module comes from; none for one of ours. */
function packageOf(module: string): readonly string[] {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module) ?? [];
}

/** Reads the terms of a package: a file of their own, or the end of its README. */
function termsIn(folder: string): string {
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one)) ?? 'README.md';
  const text = readFileSync(join(folder, file), 'utf8');
  const from = file === 'README.md' ? text.search(/^LICEN[CS]E/m) : 0;
  if (from < 0) throw new Error(`${folder} comes without the text of its licence`);
  const notice = join(folder, 'NOTICE');
  const notices = existsSync(notice) ? [readFileSync(notice, 'utf8').trim()] : [];
  return [text.slice(from).trim(), ...notices].join('\n\n');
}

function manifestOf(folder: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** Writes what a package is called and under which terms it may be passed on. */
function noticeOf(folder: string): string {
  const { name, version, license } = manifestOf(folder);
  return `${name} ${version} (${license})\n\n${termsIn(folder)}\n`;
}

const chunks = output
  .filter((one) => one.type === 'chunk')
  .map(({ fileName, moduleIds }) => [fileName, new Set(moduleIds.flatMap(packageOf))] as const);

// The bundle holds copies of these packages, whose terms ask to go with them.
const folders = new Set(chunks.flatMap(([, packages]) => [...packages]));
const notices = [...folders].map(noticeOf).sort();
writeFileSync('dist/THIRD-PARTY.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));

// For the tests: which packages a file of the bundle holds.
const named = chunks.map(
  ([file, packages]) => [file, [...packages].map((folder) => manifestOf(folder).name)] as const,
);
writeFileSync('build/packages.json', JSON.stringify(Object.fromEntries(named), null, 2));
