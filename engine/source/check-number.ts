/** What is odd about a number, and how to write it instead. */
export interface NumberFault {
  readonly message: string;
  readonly hint: string;
}

/** What to do about a comma or a low line among digits. */
export const PLAIN_DIGITS =
  'write a point before decimals and nothing between thousands: 3.5, 20000';

/** The one way to write a number: no plus sign, no leading zeros, digits on both sides of the point. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;

/** Finds fault with the source text of a number, where a reader and a machine might read it differently. */
export function numberFault(text: string): NumberFault | undefined {
  if (!NUMBER.test(text)) return oddForm(text);
  const value = Number(text);
  if (!Number.isFinite(value)) return fault(text, 'is too large for a number');
  if (value === 0 && /[1-9]/.test(text.replace(/[eE].*/, ''))) {
    return fault(text, 'is too small for a number');
  }
  if (/^-?\d+$/.test(text) && !Number.isSafeInteger(value)) {
    return fault(text, 'has more digits than a number can hold');
  }
  return undefined;
}

function oddForm(text: string): NumberFault {
  if (/^[-+]?\.(inf|nan)$/i.test(text)) {
    return fault(text, 'is not a number', 'write a finite number; a date may be "never"');
  }
  if (/^0[xob]/i.test(text)) return fault(text, 'is not a decimal number', write(Number(text)));
  const value = Number(text);
  if (text.startsWith('+')) return fault(text, 'has a needless plus sign', write(value));
  const [, month, year] = /^(0[1-9])\.((?:19|20)\d\d)$/.exec(text) ?? [];
  if (month !== undefined) {
    const hint = `write ${year}-${month} for a month, or put it in quotes if it is text`;
    return fault(text, 'starts with a needless zero', hint);
  }
  if (/^-?0\d/.test(text)) return fault(text, 'starts with a needless zero', write(value));
  return fault(text, 'needs a digit on each side of its point', write(value));
}

function write(value: number): string {
  const quoted = 'or put it in quotes if it is text';
  return Number.isFinite(value) ? `write ${value}, ${quoted}` : `write a decimal number, ${quoted}`;
}

function fault(text: string, what: string, hint = 'put it in quotes if it is text'): NumberFault {
  const shown = text.length > 40 ? `${text.slice(0, 40)}...` : text;
  return { message: `${shown} ${what}`, hint };
}
