import type { ScenarioDescription } from '../../engine/index.ts';
import { roleLabel } from '../labels.ts';
import type { Say } from '../language/say.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import type { Sheet } from '../sheet.ts';
import { type TableColumn, tableOf, words } from '../table.ts';

/** Says in words what each scenario is, and what it leaves out. */
export function scenariosSheet(report: Report): Sheet {
  const { results, say } = report;
  const scenarios = [...results.study.scenarios, ...results.study.validationScenarios];
  const titleOf = (name: string) =>
    scenarios.find((scenario) => scenario.name === name)?.title ?? name;
  return layOut(
    {
      name: 'Scenarios',
      title: say('What the scenarios are'),
      about: say(
        'In words, without a unit: one row for each scenario, in the order of the study; what each sets is on the sheet Levers.',
      ),
      notes: results.study.validationScenarios.length > 0 ? [validationNote(say)] : [],
      ...tableOf(columnsOf(say, titleOf), scenarios),
      frozenColumns: 1,
      table: 'Scenarios',
    },
    say,
  );
}

function validationNote(say: Say): string {
  return say(
    'Scenarios whose part is validation are compared with no other; they run for the sheet Validation alone.',
  );
}

function columnsOf(
  say: Say,
  titleOf: (name: string) => string,
): readonly TableColumn<ScenarioDescription>[] {
  return [
    words(say('Scenario'), [24, 34], (item) => item.title, 'cellStrong'),
    words(say('Part'), [10, 12], (item) => roleLabel(say, item)),
    words(say('What happens'), [50, 60], (item) => item.about),
    words(say('Not modelled'), [20, 40], (item) => item.notModelled),
    words(say('Builds on'), [16, 26], (item) => item.extends.map(titleOf).join(', ')),
    words(say('Author'), [12, 20], (item) => item.author),
    words(say('Name'), [16, 28], (item) => item.name),
    words(say('File'), [20, 30], (item) => item.file, 'code'),
  ];
}
