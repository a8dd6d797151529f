import type { LiveAggregate, LiveRow, SearchRole } from '../../engine/index.ts';
import type { Say } from '../language/say.ts';
import type { Places } from '../lay-out.ts';
import { blank, type Cell, link, number, type Place, text } from '../sheet.ts';
import { fullNameOf, type LiveReport, nameOf, unitOf } from './live-report.ts';

/** Where the rows of other sheets stand that rows of this one are explained by, by full name. */
export interface Explained {
  readonly equations: Places;
  readonly assumptions: Places;
  readonly measures: Places;
}

/** Writes the cells that say what a row is, and lead to where that is explained. */
export function labelsOf(report: LiveReport, row: LiveRow, explained: Explained): Cell[] {
  const { module, element } = nameOf(row);
  const factor =
    row.unit === '' ? blank('numberFreeQuiet') : number(row.factor, 'general', 'numberFreeQuiet');
  return [
    text(module, 'cellLine'),
    nameCell(report, row, explained),
    text(element, 'cellLine'),
    text(unitOf(report, row), 'cellLineQuiet'),
    factor,
  ];
}

function nameCell(report: LiveReport, row: LiveRow, explained: Explained): Cell {
  const { say } = report;
  const { module, name } = nameOf(row);
  if (row.kind === 'part') return text(say('part of {name}', { name }), 'cellLineQuiet');
  if (row.kind === 'search') return text(searchLabel(say, row, name), 'cellLineQuiet');
  const own = ownLabel(report, row, name);
  if (own !== null) return text(own, 'cellLine');
  const shown = row.kind === 'answer' ? answerLabel(report, name) : name;
  const place = placeOf(row, explained, `${module}.${name}`);
  return place === undefined ? text(shown, 'cellLine') : link(shown, place, 'cellLineLink');
}

function answerLabel({ say, results }: LiveReport, name: string): string {
  const measure = results.study.measures.find((one) => one.name === name);
  if (measure !== undefined) return measure.title;
  return name === 'all_solved'
    ? say('1 where all searches found a solution')
    : say('1 where all checks hold');
}

/** Names what no author has named: numbers for the whole path, and time. */
function ownLabel({ say }: LiveReport, { rule, kind }: LiveRow, name: string): string | null {
  if (rule.kind === 'aggregate') {
    const isNamed = /^[\w.]+$/.test(name);
    return isNamed
      ? aggregateLabel(say, rule.aggregate.kind, name)
      : say('part of {name}', { name });
  }
  if (kind !== 'time') return null;
  const words: Readonly<Record<string, string>> = {
    start: say('start of the step, in months'),
    end: say('end of the step, in months'),
    step: say('length of a step, in months'),
    calendar_year: say('calendar year'),
    calendar_month: say('calendar month'),
    years: say('years to the middle of the step'),
  };
  return words[name] ?? name;
}

function aggregateLabel(say: Say, kind: LiveAggregate['kind'], name: string): string {
  const words: Readonly<Record<LiveAggregate['kind'], string>> = {
    total: say('total of {name}', { name }),
    count: say('sum of {name}', { name }),
    average: say('average of {name}', { name }),
    final: say('last {name}', { name }),
    minimum: say('least {name}', { name }),
    maximum: say('greatest {name}', { name }),
    at: say('{name} at a date', { name }),
    discounted: say('discounted total of {name}', { name }),
  };
  return words[kind];
}

function placeOf(row: LiveRow, explained: Explained, name: string): Place | undefined {
  if (row.kind === 'answer') return explained.measures.get(row.key);
  if (row.kind === 'assumption') return explained.assumptions.get(fullNameOf(row));
  return row.kind === 'equation' ? explained.equations.get(name) : undefined;
}

function searchLabel(say: Say, { role, round }: LiveRow, name: string): string {
  const words: Readonly<Record<SearchRole, string>> = {
    tried: say('{name}, tried', { name }),
    equation: name,
    part: say('part of a residual'),
    residual: say('residual'),
    size: say('size of the residual'),
    solved: say('whether it is solved'),
    slope: say('slope'),
    elimination: say('elimination'),
    step: say('Newton step'),
  };
  return round < 0
    ? say('at the end: {what}', { what: words[role!] })
    : say('round {round}: {what}', { round: round + 1, what: words[role!] });
}
