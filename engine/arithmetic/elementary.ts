import { agree, expPoints, logPoints } from './agreement.ts';
import { fdlibmExp } from './exp.ts';
import { fdlibmLog } from './log.ts';

/**
 * Says which of the host's functions return fdlibm's bits. The language leaves their last bits
 * open, so this is looked at anew each time the engine loads.
 */
export const hostAgrees: { readonly exp: boolean; readonly log: boolean } = {
  exp: agree(Math.exp, fdlibmExp, expPoints()),
  log: agree(Math.log, fdlibmLog, logPoints()),
};

/** Computes e to the power x, with the same bits on every host; the host's own is twice as fast. */
export const exp: (x: number) => number = hostAgrees.exp ? Math.exp : fdlibmExp;

/** Computes the natural logarithm of x, with the same bits on every host. */
export const log: (x: number) => number = hostAgrees.log ? Math.log : fdlibmLog;
