import type { ScenarioDescription } from '../../engine/index.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import type { Sheet } from '../sheet.ts';
import { type TableColumn, tableOf, words } from '../table.ts';

const VALIDATION =
  'Scenarios whose part is validation are compared with no other; they run for the sheet Validation alone.';

/** Says in words what each scenario is, and what it leaves out. */
export function scenariosSheet(report: Report): Sheet {
  const { results, say } = report;
  const scenarios = [...results.study.scenarios, ...results.study.validationScenarios];
  const titleOf = (name: string) =>
    scenarios.find((scenario) => scenario.name === name)?.title ?? name;
  return layOut(
    {
      name: 'Scenarios',
      title: 'What the scenarios are',
      about:
        'In words, without a unit: one row for each scenario, in the order of the study; what each sets is on the sheet Levers.',
      notes: results.study.validationScenarios.length > 0 ? [VALIDATION] : [],
      ...tableOf(columnsOf(titleOf), scenarios),
      frozenColumns: 1,
      table: 'Scenarios',
    },
    say,
  );
}

function columnsOf(titleOf: (name: string) => string): readonly TableColumn<ScenarioDescription>[] {
  return [
    words('Scenario', [24, 34], (item) => item.title, 'cellStrong'),
    words('Part', [10, 12], (item) => item.role),
    words('What happens', [50, 60], (item) => item.about),
    words('Not modelled', [20, 40], (item) => item.notModelled),
    words('Builds on', [16, 26], (item) => item.extends.map(titleOf).join(', ')),
    words('Author', [12, 20], (item) => item.author),
    words('Name', [16, 28], (item) => item.name),
    words('File', [20, 30], (item) => item.file, 'code'),
  ];
}
