import type { Language } from '../engine/index.ts';
import { amountIn } from './language/amounts.ts';
import { type Say, speak } from './language/say.ts';

const DATED = /^(.+) from (start|\d{4}-\d\d(?:-\d\d)?)$/;
const TERM =
  /^(.+?): (deferral|sunset|phase_in|snap_back|cap) (.+?)(?: when (.+))? \((announced|in force|suspended)\)$/;
const PART = /^(from|to|on|at|span|meanwhile) (.+)$/;
const DATE = /^(start|\d{4}-\d\d(-\d\d)?)$/;
const AMOUNT = /^([-+]?[\d.,]+)(?:\s*(\D.*))?$/;
const INTERVAL = /^([-+]?[\d.,]+) to ([-+]?[\d.,]+)\s*(\D.*)?$/;

/**
 * Says in a language what a file sets: values with their units, dates from which they hold, terms. The engine has it in
 * one line, near to how it is written; what is none of these stays as it is.
 */
export function spokenSetting(language: Language, text: string): string {
  if (language === 'en') return text;
  const say = speak(language);
  return text
    .split('; ')
    .map((part) => termIn(say, language, part) ?? datedIn(say, language, part))
    .join('; ');
}

function datedIn(say: Say, language: Language, text: string): string {
  const [, value, date] = DATED.exec(text) ?? [];
  if (value === undefined || date === undefined) return valueIn(say, language, text);
  return date === 'start'
    ? say('{value} from the start', { value: valueIn(say, language, value) })
    : say('{value} from {date}', { value: valueIn(say, language, value), date });
}

function valueIn(say: Say, language: Language, text: string): string {
  const words: Readonly<Record<string, string>> = {
    ...{ yes: say('yes'), no: say('no'), never: say('never'), start: say('the start') },
  };
  const [, low, high, unit = '1'] = INTERVAL.exec(text) ?? [];
  if (low !== undefined && high !== undefined) {
    return say('{low} to {high}', { low, high: amountIn(language, high, unit) });
  }
  const [, decimal, of = '1'] = AMOUNT.exec(text) ?? [];
  if (decimal === undefined || DATE.test(text)) return words[text] ?? text;
  return amountIn(language, decimal, of);
}

function termIn(say: Say, language: Language, text: string): string | null {
  const [, name, kind, parts, when, status] = TERM.exec(text) ?? [];
  if (name === undefined || kind === undefined || parts === undefined) return null;
  const kinds: Readonly<Record<string, string>> = {
    ...{ deferral: say('deferral'), sunset: say('sunset'), phase_in: say('phase-in') },
    ...{ snap_back: say('snap-back'), cap: say('cap') },
  };
  const statuses: Readonly<Record<string, string>> = {
    ...{ announced: say('announced'), suspended: say('suspended'), 'in force': say('in force') },
  };
  const said = parts.split(', ').map((part) => partIn(say, language, part));
  const condition = when === undefined ? [] : [say('when {condition}', { condition: when })];
  return `${name}: ${kinds[kind]}, ${[...said, ...condition].join(', ')} (${statuses[status!]})`;
}

/** What a term says of one of its keys. */
function partIn(say: Say, language: Language, text: string): string {
  const [, key = '', given = ''] = PART.exec(text) ?? [];
  const value = valueIn(say, language, given);
  const words: Readonly<Record<string, string>> = {
    ...{ from: say('from {value}', { value }), on: say('on {value}', { value }) },
    ...{ span: say('for {value}', { value }), at: say('at {value}', { value }) },
    meanwhile: say('meanwhile {value}', { value }),
    to: DATE.test(given) ? say('until {value}', { value }) : say('to {value}', { value }),
  };
  return words[key] ?? text;
}
