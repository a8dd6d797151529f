import { setImmediate } from 'node:timers/promises';
import { EXIT } from './exit-code.ts';

/** Ctrl-C, and how a system or a CI server asks a process to end. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Stops listening, after what was pressed before has been heard. */
export type StopListening = () => Promise<void>;

/**
 * Ends the process cleanly on Ctrl-C: `tidy` runs and says what became of the work, worker threads end with the process,
 * nothing is written after. A second Ctrl-C falls to the system, which ends the process at once.
 *
 * Where this thread computes for long no handler could run, and the system's own answer is the quicker one: then listen
 * no longer.
 */
export function onInterrupt(tidy: () => string): StopListening {
  const deafen = () => {
    for (const signal of SIGNALS) process.off(signal, handle);
  };
  const handle = (signal: NodeJS.Signals) => {
    deafen();
    process.stderr.write(`interrupted; ${tidy()}\n`);
    process.exit(signal === 'SIGTERM' ? EXIT.terminated : EXIT.interrupted);
  };
  for (const signal of SIGNALS) process.on(signal, handle);
  return async () => {
    await aWholeTurn();
    deafen();
  };
}

/** A signal that came while this thread computed is handed over in the event loop's next turn, or never. */
async function aWholeTurn(): Promise<void> {
  await setImmediate();
  await setImmediate();
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
