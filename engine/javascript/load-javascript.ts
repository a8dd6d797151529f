import { ENVIRONMENT } from '../formula/operation.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { strangeCode } from './check-code.ts';

/**
 * Turns generated text into functions. The only place where text becomes code.
 *
 * Errors: throws where the text holds anything but what the generator writes.
 */
export function loadJavascript(source: string): Kernel {
  const strange = strangeCode(source);
  if (strange !== null) throw new Error(`generated code holds ${JSON.stringify(strange)}`);
  const names = Object.keys(ENVIRONMENT);
  const make = new Function(...names, source);
  return make(...names.map((name) => ENVIRONMENT[name])) as Kernel;
}
