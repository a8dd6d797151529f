import { CLEAR_ERRORS } from '../../engine/index.ts';
import { appliesNotes } from '../applies.ts';
import { check, columnArea, never, TOLERANCE } from '../checks.ts';
import { drawColumnFinder } from '../draw-columns.ts';
import { drawsIn, pairedCount, pairedDifference } from '../draw-formulas.ts';
import { changeChecks, type MeansPlace } from '../figure-checks.ts';
import { type FigurePlace, levelCells, unclearHighlights } from '../figure-columns.ts';
import { type Area, cellAt, formula } from '../formula.ts';
import { roleLabel, scenarioInRole } from '../labels.ts';
import { layOut, type SheetPlan } from '../lay-out.ts';
import { type OutcomeLinks, outcomeRows } from '../outcome-rows.ts';
import type { Report } from '../report.ts';
import type { Check, Sheet } from '../sheet.ts';
import { tableOf } from '../table.ts';
import {
  type Against,
  CHANGES,
  type ChangeRow,
  changeColumns,
  columnsOfChanges,
} from './changes-columns.ts';

/**
 * Lists by how much every scenario differs from the baseline or the reference, draw by draw; null where the baseline
 * is the reference.
 */
export function changesSheet(
  report: Report,
  against: Against,
  links: OutcomeLinks,
  means: MeansPlace,
): Sheet | null {
  const { results, say } = report;
  const other = results.study.scenarios.find(({ role }) => role === against);
  if (other === undefined) return null;
  const sheet = CHANGES[against];
  const plan = (firstRow: number): SheetPlan => {
    const place = { sheet, column: changeColumns(against).mean, levelRow: firstRow - 2 };
    const rows = rowsOf(report, against, firstRow);
    return {
      name: sheet,
      title: say('What each scenario changes against "{title}"', { title: other.title }),
      about: say(
        'Each draw of a scenario minus the same draw of "{title}" (the {role}), under the same condition, in the unit that the row names; ± is the Monte Carlo error.',
        { title: other.title, role: roleLabel(say, other) },
      ),
      notes: notesOf(report),
      above: [levelCells(place, say, CLEAR_ERRORS)],
      ...tableOf(columnsOfChanges(report, against, links, firstRow), rows),
      frozenColumns: 3,
      table: `Against_${against}`,
      hasFilters: true,
      ...(rows.length === 0 ? {} : livingOf(report, place, rows.length, against, means)),
    };
  };
  return layOut(plan, say);
}

/** What reads the rows: where there are none, there is nothing to grey, to check or to print. */
function livingOf(
  report: Report,
  place: FigurePlace,
  rows: number,
  against: Against,
  means: MeansPlace,
): Pick<SheetPlan, 'printUntil' | 'highlights' | 'checks'> {
  return {
    printUntil: [place.levelRow + 1 + rows, changeColumns(against).other - 1],
    highlights: unclearHighlights(place, rows),
    checks: checksOf(report, place, rows, against, means),
  };
}

function checksOf(
  report: Report,
  place: FigurePlace,
  rows: number,
  against: Against,
  means: MeansPlace,
): Check[] {
  const columns = changeColumns(against);
  const changes = changeChecks(report, place, rows, columns, means);
  if (against === 'reference') return changes;
  const { sheet, levelRow } = place;
  const at = (column: number) => columnArea(sheet, levelRow + 2, rows, column);
  const [better, equal] = [at(columns.better), at(columns.equal)];
  return [
    ...changes,
    check(
      report.say('Draws that are better and draws that are equal are no more than all draws'),
      never(formula`(${better}<0)+(${equal}<0)+(${better}+${equal}>1+${TOLERANCE})`),
    ),
  ];
}

function notesOf(report: Report): string[] {
  const { say } = report;
  return [
    ...appliesNotes(report),
    say(
      'Grey italics: not to be told from zero at this number of draws, since it lies within {count} Monte Carlo errors of zero.',
      { count: CLEAR_ERRORS },
    ),
    say(
      'The median of the changes need not be the change of the medians: where an offer only moves the chance of a deal, most draws change by nothing and the mean says more.',
    ),
    say(
      'Left out: the scenario itself, and selections that do not hold the same draws in both scenarios.',
    ),
  ];
}

function rowsOf(report: Report, against: Against, firstRow: number): ChangeRow[] {
  const name = scenarioInRole(report.results, against);
  const find = drawColumnFinder(report.results);
  const { column, other } = changeColumns(against);
  const pick = against === 'baseline' ? 'againstBaseline' : 'againstReference';
  return outcomeRows(report)
    .filter(({ found }) => found.scenario !== name && (found[pick]?.count ?? 0) > 0)
    .map((one, index) => {
      const row = firstRow + index;
      const cells = [column, other].map((at) => cellAt(CHANGES[against], row, at, 'columns'));
      const [ownCell, baseCell] = cells as [Area, Area];
      return {
        ...one,
        row,
        summary: one.found[pick],
        format: one.formats.change,
        errorFormat: one.formats.changeError,
        other: find(one.found.measure, name, one.found.condition)!,
        values: pairedDifference(ownCell, baseCell),
        count: pairedCount(ownCell, baseCell),
        own: drawsIn(ownCell),
        base: drawsIn(baseCell),
      };
    });
}
