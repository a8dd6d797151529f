import { EXIT } from './exit-code.ts';

/**
 * Ends the process cleanly on Ctrl-C: `tidy` runs, worker threads end with the process, nothing is written after.
 * A second Ctrl-C falls to the system, which ends the process at once. The result stops listening: where this
 * thread computes for long no handler could run, and the system's own answer is the quicker one.
 */
export function onInterrupt(tidy: () => void, said = 'no file was written'): () => void {
  const handle = () => {
    process.off('SIGINT', handle);
    tidy();
    process.stderr.write(`interrupted; ${said}\n`);
    process.exit(EXIT.interrupted);
  };
  process.on('SIGINT', handle);
  return () => void process.off('SIGINT', handle);
}

/** Does short work that must not be cut in half; a Ctrl-C in the midst of it comes too late. */
export function uninterrupted(work: () => void): void {
  const wait = () => {};
  process.on('SIGINT', wait);
  try {
    work();
  } finally {
    process.off('SIGINT', wait);
  }
}
