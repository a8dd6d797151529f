import { samplingLabel } from '../labels.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, number, text } from '../sheet.ts';
import { byHand, heading, leadsTo, line, sentence } from './line.ts';

/** Tells what repeats the run, and whether it was made from what was locked. */
export function recordRows(report: Report): Cell[][] {
  const { say, results } = report;
  const { engineVersion, numericsVersion, seed, draws, digest } = results.provenance;
  return [
    heading(say('Repeatability: does it come out again?')),
    line(
      leadsTo(say('Draws'), 'Provenance'),
      number(draws, 'plain-0'),
      say('Sampling: {sampling}; seed {seed}; engine {engine}, numerics {numerics}.', {
        sampling: samplingLabel(say, results),
        seed,
        engine: engineVersion,
        numerics: numericsVersion,
      }),
    ),
    lockRow(report),
    // 64 letters run on over the cells beside them, which are empty
    [text(say('Results digest')), text(digest, 'codeLine'), blank('cell'), blank('cell')],
  ];
}

function lockRow({ say, lock, results }: Report): Cell[] {
  const { name } = results.study;
  const label = text(say('Lock'));
  if (lock === null) {
    return line(
      label,
      text(say('none read'), 'cellRight'),
      say('"parley lock {study}" writes down what comes out, for later runs to be held to.', {
        study: name,
      }),
    );
  }
  const verify = say('Outcome and date of "parley verify {study}":', { study: name });
  if (lock.changed.length === 0) {
    const same = say('All input files are those that were locked, with {draws} draws.', {
      draws: lock.draws,
    });
    return line(label, text(say('as locked'), 'cellRight'), `${same} ${verify}`, byHand());
  }
  const files = lock.changed.join(', ');
  const changed = say('Changed since the study was locked: {files}.', { files });
  return line(label, text(say('not as locked'), 'cellAlarm'), `${changed} ${verify}`, byHand());
}

/** Lists what the study says that it leaves out or cannot know. */
export function limitRows({ say, results }: Report): Cell[][] {
  const { limits, scenarios } = results.study;
  const partial = scenarios.filter(({ notModelled }) => notModelled !== '').length;
  const own = limits.map((limit) => sentence(`• ${limit}`));
  const none = sentence(
    say(
      'The study states none. They belong into "limits:" of study.yaml; there is no model without.',
    ),
  );
  const more = say('Scenarios that say what they leave out, on the sheet Scenarios: {count}.', {
    count: partial,
  });
  return [
    heading(say('Known limits')),
    ...(own.length === 0 ? [none] : own),
    ...(partial === 0 ? [] : [sentence(more)]),
  ];
}
