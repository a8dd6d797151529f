import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGES_BY_FILE } from './support/bundle.ts';

const FILES = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.js'),
);

function textOf(file: string): string {
  return readFileSync(join('dist', file), 'utf8');
}

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

test.each(FILES)(
  '%s needs nothing but Node, its neighbours and what is installed with it',
  (file) => {
    const specifiers = textOf(file).matchAll(
      /^(?:import|export)\b[^"\n]*"([^"\n]+)";$|(?:import|__require)\("([^"\n]+)"\)/gm,
    );
    const foreign = [...specifiers]
      .map(([, named, called]) => named ?? called ?? '')
      .filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier));
    expect(foreign.filter((name) => dependencies[name] === undefined)).toEqual([]);
  },
);

const BUNDLED = new Set([...PACKAGES_BY_FILE.values()].flat());

test('the bundle is all that there is in dist', () => {
  expect(FILES.toSorted()).toEqual([...PACKAGES_BY_FILE.keys()].sort());
});

test('the terms of every bundled package lie beside it', () => {
  const notices = readFileSync('dist/THIRD-PARTY.txt', 'utf8');
  const named = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+ \(.+\)$/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(BUNDLED);
  expect(notices).toMatch(/^mathjs .*\n\nApache License/m);
});

test('what is bundled is not installed a second time', () => {
  expect(Object.keys(dependencies).filter((name) => BUNDLED.has(name))).toEqual([]);
  expect(Object.keys(devDependencies).filter((name) => BUNDLED.has(name))).toContain('mathjs');
});
