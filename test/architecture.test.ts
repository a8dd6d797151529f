import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** The stations of the engine in the order of the walk; each may import itself and those before it. */
const STATIONS = [
  'problem.ts',
  'limits.ts',
  'arithmetic',
  'distribution',
  'source',
  'quantity',
  'study',
  'formula',
  'model',
  'draw',
  'kernel',
  'javascript',
  'wasm',
  'simd',
  'simulation',
  'statistics',
  'live',
  'analysis',
  'explain',
  'difference',
  'lock',
  'model-test',
];

/** The one place that may import each of these packages. */
const SINGLE_IMPORTERS: Readonly<Record<string, RegExp>> = {
  yaml: /^engine\/source\//,
  mathjs: /^engine\/formula\/parse\.ts$/,
  seedrandom: /^engine\/draw\/stream\.ts$/,
  exceljs: /^reports\/workbook\/build-workbook\.ts$/,
  fflate: /^reports\//,
  'hyparquet-writer': /^reports\/draws-file\/write-parquet\.ts$/,
  yargs: /^cli\//,
  picocolors: /^cli\//,
};

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

const FILES = ['engine', 'reports', 'cli'].flatMap(filesBelow);

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function importsOf(file: string): readonly string[] {
  const found = textOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, specifier = '']) => specifier);
}

function localImports(file: string): readonly string[] {
  return importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(ROOT, join(ROOT, dirname(file), specifier)));
}

function stationOf(file: string): string {
  return file.split('/')[1]!;
}

function mayImport(file: string, imported: string): boolean {
  const [folder] = file.split('/');
  if (folder === 'reports')
    return imported.startsWith('reports/') || imported === 'engine/index.ts';
  if (folder === 'cli') {
    return (
      imported.startsWith('cli/') || ['engine/index.ts', 'reports/index.ts'].includes(imported)
    );
  }
  if (!imported.startsWith('engine/')) return false;
  const rank = STATIONS.indexOf(stationOf(file));
  return (
    rank < 0 ||
    (STATIONS.indexOf(stationOf(imported)) <= rank && STATIONS.includes(stationOf(imported)))
  );
}

test.each(FILES)('%s imports only what comes before it on the walk', (file) => {
  expect(localImports(file).filter((imported) => !mayImport(file, imported))).toEqual([]);
});

test('every folder of the engine is a station', () => {
  const folders = readdirSync(join(ROOT, 'engine'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.filter((name) => !STATIONS.includes(name))).toEqual([]);
});

test.each(Object.entries(SINGLE_IMPORTERS))('%s is imported in its one place', (name, place) => {
  const isOf = (specifier: string) => specifier === name || specifier.startsWith(`${name}/`);
  const importers = FILES.filter((file) => importsOf(file).some(isOf));
  expect(importers.filter((file) => !place.test(file))).toEqual([]);
  expect(importers.length).toBeGreaterThan(0);
});

/** What must not stand in the engine, and the files that are the one exception. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp, except: readonly string[]])[] =
  [
    ['files', /node:fs|node:path/, []],
    ['the clock', /\bDate\b|performance\.now|setTimeout/, []],
    ['the console or the process', /\bconsole\.|\bprocess\./, []],
    ['unseeded chance', /Math\.random/, []],
    ['the host power', /Math\.pow|[^*/']\*\*[^*/]/, []],
    [
      'transcendentals of the host',
      /Math\.(exp|log|log2|log10|log1p|expm1|sin|cos|tan|atan|sinh|cosh|tanh|cbrt|hypot)\b/,
      ['engine/arithmetic/elementary.ts'],
    ],
    ['text as code', /new Function|\beval\(/, ['engine/javascript/load-javascript.ts']],
    ['coercing schemas', /z\.coerce/, []],
  ];

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}

test.each(FORBIDDEN)('the engine is free of %s', (_what, pattern, except) => {
  const engine = FILES.filter((file) => file.startsWith('engine/') && !except.includes(file));
  expect(engine.filter((file) => pattern.test(withoutComments(textOf(file))))).toEqual([]);
});
