import { error } from '../problem.ts';
import { type Day, readDay, showDay } from '../quantity/calendar.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { checkShape } from '../source/check-shape.ts';
import type { MapEntry, SourceNode } from '../source/document.ts';
import { entriesOf, placeOf, textOf } from './located.ts';
import type { Reading } from './read-scalar.ts';
import { SOURCES } from './schema.ts';
import type { Source } from './study.ts';

/** Tells whether a text is a year, a month or a day. */
function isDate(text: string): boolean {
  return !isRefusal(readDay(/^\d{4}$/.test(text) ? `${text}-01` : text));
}

/** Tells whether a date is later than a day, as far as it says: 2025 is not later than 9 April 2025. */
function isLater(text: string, asOf: Day): boolean {
  return text > showDay(asOf).slice(0, text.length);
}

function readSource(reading: Reading, asOf: Day, { key, keyPosition, value }: MapEntry): Source {
  const date = textOf(value, 'date');
  const place = placeOf(value, 'date', keyPosition);
  if (!isDate(date)) {
    const hint = 'write 2024, 2024-10 or 2024-10-15';
    reading.problems.push(error('bad-date', `"${date}" is not a date`, place, hint));
  } else if (isLater(date, asOf) && textOf(value, 'why_later') === '') {
    const message = `the source ${key} was published on ${date}, after the study's ${showDay(asOf)}`;
    const hint = 'only what was known then goes in; if its data are older, say so in `why_later:`';
    reading.problems.push(error('source-too-late', message, place, hint));
  }
  return {
    id: key,
    title: textOf(value, 'title'),
    publisher: textOf(value, 'publisher'),
    date,
    address: textOf(value, 'address'),
    note: textOf(value, 'note'),
    whyLater: textOf(value, 'why_later'),
  };
}

/** Reads sources.yaml; a source later than the study's date must say why it is used. */
export function readSources(reading: Reading, root: SourceNode, asOf: Day): readonly Source[] {
  const shape = checkShape(SOURCES, root);
  reading.problems.push(...shape.problems);
  // The names still stand, so that what refers to them is not reported as well.
  const at = shape.value === null ? { ...reading, problems: [] } : reading;
  return entriesOf(root).map((entry) => readSource(at, asOf, entry));
}
