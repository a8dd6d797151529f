import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { outFolder, ROOT } from '../folders.ts';
import type { Stocks } from './growth.ts';
import { loadPeer } from './install.ts';
import { peerRow, type Simulate } from './peer-row.ts';

interface Compiler {
  readonly parseAndGenerate: (
    text: string,
    kind: 'vensim',
    spec: object,
    operations: readonly string[],
    folder: string,
    name: string,
    target: string,
  ) => Promise<string>;
}

interface Outputs {
  readonly varSeries: readonly { readonly points: readonly { readonly y: number }[] }[];
}

interface Runtime {
  readonly createSynchronousModelRunner: (model: unknown) => {
    readonly createOutputs: () => Outputs;
    readonly runModelSync: (inputs: readonly number[], outputs: Outputs) => Outputs;
  };
}

const SPEC = {
  inputVarNames: ['Birth Rate', 'Capital Share', 'Dirtiness', 'Saving'],
  outputVarNames: ['Population', 'Capital', 'Pollution'],
};

async function open(): Promise<Simulate> {
  const { parseAndGenerate } = await loadPeer<Compiler>('@sdeverywhere/compile/src/index.js');
  const { createSynchronousModelRunner } = await loadPeer<Runtime>(
    '@sdeverywhere/runtime/dist/index.js',
  );
  const text = readFileSync(join(ROOT, 'test/bench/peers/growth.mdl'), 'utf8');
  const folder = outFolder('peers/growth');
  await parseAndGenerate(text, 'vensim', SPEC, ['generateJS'], folder, 'growth', folder);
  const generated = await import(pathToFileURL(join(folder, 'growth.js')).href);
  const runner = createSynchronousModelRunner(await generated.default());
  const outputs = runner.createOutputs();
  return (draws) =>
    draws.map((draw) => {
      const { varSeries } = runner.runModelSync(draw, outputs);
      return varSeries.map(({ points }) => points.at(-1)!.y) as readonly number[] as Stocks;
    });
}

/** JavaScript that SDEverywhere generates from a Vensim model, run by its own runtime. */
export const SDEVERYWHERE = peerRow('SDEverywhere 0.7.28, JavaScript', 2000, open);
