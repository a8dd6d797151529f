import { EXIT } from './exit-code.ts';

/** Ctrl-C, and how a system or a CI server asks a process to end. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Ends the process cleanly on Ctrl-C: `tidy` runs, worker threads end with the process, nothing is written after.
 * A second Ctrl-C falls to the system, which ends the process at once. The result stops listening: where this
 * thread computes for long no handler could run, and the system's own answer is the quicker one.
 */
export function onInterrupt(tidy: () => void, said = 'no file was written'): () => void {
  const stopListening = () => {
    for (const signal of SIGNALS) process.off(signal, handle);
  };
  const handle = (signal: NodeJS.Signals) => {
    stopListening();
    tidy();
    process.stderr.write(`interrupted; ${said}\n`);
    process.exit(signal === 'SIGTERM' ? EXIT.terminated : EXIT.interrupted);
  };
  for (const signal of SIGNALS) process.on(signal, handle);
  return stopListening;
}

/** Does short work that must not be cut in half; a Ctrl-C in the midst of it comes too late. */
export function uninterrupted(work: () => void): void {
  const wait = () => {};
  for (const signal of SIGNALS) process.on(signal, wait);
  try {
    work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, wait);
  }
}
