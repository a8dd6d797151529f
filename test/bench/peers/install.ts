import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { outFolder } from '../folders.ts';

const FOLDER = outFolder('peers');

const PACKAGE = {
  private: true,
  dependencies: {
    '@quri/squiggle-lang': '0.10.0',
    '@sdeverywhere/compile': '0.7.28',
    '@sdeverywhere/parse': '0.1.3',
    '@sdeverywhere/runtime': '0.2.6',
    simulation: '9.0.0',
  },
  // The compiler asks for a file that is on no registry.
  overrides: { xlsx: 'npm:@e965/xlsx@0.20.2' },
};

/** Says what would be installed, and where. */
export function describePeers(): string {
  const names = Object.entries(PACKAGE.dependencies).map(([name, version]) => `${name}@${version}`);
  return `${names.join(', ')} into ${FOLDER}`;
}

/** Tells whether the peers are installed. */
export function arePeersHere(): boolean {
  return existsSync(join(FOLDER, 'node_modules', '@quri', 'squiggle-lang'));
}

/** Installs the peers into a folder of their own, without scripts. */
export function installPeers(): void {
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify(PACKAGE, null, 2));
  const args = ['install', '--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', args, { stdio: 'inherit' });
}

/** Loads a file of a peer. */
export async function loadPeer<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(join(FOLDER, 'node_modules', path)).href)) as T;
}
