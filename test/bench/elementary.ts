import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fdlibmExp } from '../../engine/arithmetic/exp.ts';
import { fdlibmLog } from '../../engine/arithmetic/log.ts';
import { exp } from '../../engine/wasm/exp.ts';
import { type Guarded, guardedOutOfLine } from '../../engine/wasm/guarded.ts';
import { log } from '../../engine/wasm/log.ts';
import { ModuleWriter } from '../../engine/wasm/module-writer.ts';
import { i32 } from '../../engine/wasm/scalar.ts';
import { v128 } from '../../engine/wasm/vectors.ts';

/**
 * Measures exp and log, by value, in every form that the engine has and in C:
 * `npx tsc -p test/bench/tsconfig.json && node out/bench/test/bench/elementary.js`. All rows take turns in each round,
 * and each is compared with the host's function in the same round.
 */
interface Row {
  readonly name: string;
  /** Goes so many times over all values, and says how long that took. Units: seconds. */
  readonly run: (times: number) => number;
  readonly seconds: number[];
}

const VALUES = 1024;
const TIMES = 40;
const ROUNDS = 41;
const [INPUTS, OUTPUTS, RESULTS] = [0, 16_384, 32_768] as const;

const memory = new WebAssembly.Memory({ initial: 1 });
const doubles = new Float64Array(memory.buffer);

function timed(name: string, once: () => void): Row {
  const run = (times: number): number => {
    const start = performance.now();
    for (let time = 0; time < times; time++) once();
    return (performance.now() - start) / 1000;
  };
  return { name, run, seconds: [] };
}

function scalar(name: string, compute: (x: number) => number): Row {
  // A text of its own, since equal ones share what they have learnt of the functions that they called.
  const loop = new Function(
    'compute',
    'doubles',
    `// ${name}
    return () => {
      for (let at = 0; at < ${VALUES}; at++)
        doubles[${OUTPUTS / 8} + at] = compute(doubles[${INPUTS / 8} + at]);
    };`,
  );
  return timed(name, loop(compute, doubles));
}

function vectors(step: Guarded, width: number, isInLine: boolean): Row {
  const module = new ModuleWriter();
  module.importMemory('host', 'memory', 1);
  const place = { width, results: RESULTS };
  const used = isInLine ? step.any : guardedOutOfLine(module, 'step', place, step);
  const run = module.define('run', [], [], (body) => {
    const at = body.variable('i32');
    body.set(at, i32.constant(0));
    body.loop((head) => {
      const pack = Array.from({ length: width }, (_, index) =>
        body.let(v128.load(at.value, INPUTS + 16 * index)),
      );
      for (const [index, vector] of used(body, pack).entries()) {
        body.do(v128.store(at.value, vector, OUTPUTS + 16 * index));
      }
      body.set(at, i32.add(at.value, i32.constant(16 * width)));
      body.branch(head, i32.less(at.value, i32.constant(8 * VALUES)));
    });
    return [];
  });
  module.export(run);
  const compiled = new WebAssembly.Module(module.bytes());
  const { exports } = new WebAssembly.Instance(compiled, { host: { memory } });
  const how = isInLine ? 'in line' : 'out of line';
  return timed(`WebAssembly, ${width} vectors, ${how}`, exports.run as () => void);
}

const C_TEXT = `
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
double in[${VALUES}], out[${VALUES}];
int main(int count, char **words) {
  for (int i = 0; i < ${VALUES}; i++) scanf("%lf", &in[i]);
  struct timespec a, b;
  for (int round = 0; round < 2; round++) {
    clock_gettime(CLOCK_MONOTONIC, &a);
    for (int t = 0; t < atoi(words[1]); t++) {
      for (int i = 0; i < ${VALUES}; i++) out[i] = FUNCTION(in[i]);
      __asm__ volatile("" ::: "memory");
    }
    clock_gettime(CLOCK_MONOTONIC, &b);
  }
  printf("%.9f", (b.tv_sec - a.tv_sec) + (b.tv_nsec - a.tv_nsec) / 1e9);
}`;

function inC(name: string, folder: string, flags: readonly string[], of: string): Row {
  const source = join(folder, 'c.c');
  const program = join(folder, `${of}${flags.length}`);
  writeFileSync(source, C_TEXT);
  execFileSync('gcc', [...flags, `-DFUNCTION=${of}`, '-o', program, source, '-lm']);
  const input = [...doubles.subarray(INPUTS / 8, INPUTS / 8 + VALUES)].join('\n');
  const run = (times: number) => Number(execFileSync(program, [String(times)], { input }));
  return { name, run, seconds: [] };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function report(rows: readonly Row[]): void {
  for (const { name, seconds } of rows) {
    const ratio = median(seconds.map((value, at) => value / rows[0]!.seconds[at]!));
    const nanoseconds = (median(seconds) / TIMES / VALUES) * 1e9;
    process.stdout.write(`| ${name} | ${ratio.toFixed(2)} | ${nanoseconds.toFixed(2)} |\n`);
  }
}

/** What is measured of one function: the host's, ours, and values as models have them. */
interface Subject {
  readonly name: 'exp' | 'log';
  readonly host: (x: number) => number;
  readonly own: (x: number) => number;
  readonly step: Guarded;
  readonly value: (at: number) => number;
}

function rowsOf({ name, host, own, step }: Subject, folder: string): readonly Row[] {
  const rows = [scalar(`Math.${name}`, host), scalar('fdlibm in JavaScript', own)];
  for (const width of [1, 2, 4, 8]) rows.push(vectors(step, width, true));
  for (const width of [2, 4, 8]) rows.push(vectors(step, width, false));
  if (spawnSync('gcc', ['--version']).status !== 0) return rows;
  rows.push(inC('C', folder, ['-O3', '-march=native', '-ffp-contract=off'], name));
  rows.push(inC('C, vectorised', folder, ['-Ofast', '-march=native'], name));
  return rows;
}

function measure(subject: Subject): void {
  for (let at = 0; at < VALUES; at++) doubles[INPUTS / 8 + at] = subject.value(at);
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const rows = rowsOf(subject, folder);
  for (const { run } of rows) run(20 * TIMES);
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of rows.keys()) {
      const { run, seconds } = rows[(at + round) % rows.length]!;
      seconds.push(run(TIMES));
    }
  }
  rmSync(folder, { recursive: true });
  process.stdout.write(`\n| ${subject.name} | of the host's | ns a value |\n|---|---:|---:|\n`);
  report(rows);
}

const wave = (at: number) => Math.sin(at * 1.7);
measure({ name: 'exp', host: Math.exp, own: fdlibmExp, step: exp, value: (at) => 8 * wave(at) });
measure({
  ...{ name: 'log', host: Math.log, own: fdlibmLog, step: log },
  value: (at) => Math.exp(4 * wave(at)),
});
