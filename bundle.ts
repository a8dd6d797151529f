import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'rolldown';

/** Finds the folder of the package that a module comes from; undefined for one of ours. */
function packageOf(module: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module)?.[0];
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

/** Writes what a package is called and under which terms it may be passed on. */
function noticeOf(folder: string): string {
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const { name, version, license } = JSON.parse(manifest) as Record<string, unknown>;
  return `${name} ${version} (${license})\n\n${termsIn(folder)}\n`;
}

/** Keeps the terms of the packages that are bundled beside the bundle, as they ask. */
const notices: Plugin = {
  name: 'notices',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
    const folders = chunks.flatMap(({ moduleIds }) => moduleIds.map(packageOf));
    const texts = [...new Set(folders)].filter((folder) => folder !== undefined).map(noticeOf);
    const source = texts.sort().join(`\n${'-'.repeat(80)}\n\n`);
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source });
  },
};

/**
 * Bundles what the compiler wrote to `build/` into the few files of `dist/` that are shipped: how many files are
 * loaded is most of what starting costs. The spreadsheet library stays outside; only the writing of a workbook loads it.
 */
await build({
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
  plugins: [notices],
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
