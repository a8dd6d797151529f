import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';

function firstLine(command: string, args: readonly string[]): string | null {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    return execFileSync(command, args, { encoding: 'utf8', stdio }).split('\n')[0]!;
  } catch {
    return null;
  }
}

/** Says what a benchmark ran on, and what else was going on there. */
export function describeMachine(): string {
  const load = loadavg()[0]!.toFixed(1);
  const parts = [
    `${cpus()[0]?.model ?? 'a processor'}, ${availableParallelism()} threads`,
    `Node ${process.version}`,
    firstLine('gcc', ['--version']),
    firstLine('python3', ['-c', 'import numpy; print("NumPy", numpy.__version__)']),
    `load ${load} at the start`,
  ];
  return parts.filter((part) => part !== null).join('; ');
}
