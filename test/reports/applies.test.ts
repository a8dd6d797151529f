import { describe, expect, test } from 'vitest';
import type { Results } from '../../engine/index.ts';
import { firstChoice } from '../../reports/dashboard/choice.ts';
import { displayed } from '../../reports/format.ts';
import { reportOn, type Sheet, sheetsOf } from '../../reports/index.ts';
import { someResults } from '../support/results.ts';
import { bytesOf } from '../support/workbook.ts';

const plain = someResults();
const { study } = plain;
const [first] = study.measures;
const scenarios = study.scenarios.filter(({ role }) => role === 'scenario');
const silent = scenarios[0]!;
const imposed = study.conditions.find(({ kind }) => kind === 'impose')!;

/** The first measure says nothing of the first scenario, and of nobody under a condition. */
const appliesNot = [
  { scenario: silent.name, condition: null },
  ...study.scenarios.map(({ name }) => ({ scenario: name, condition: imposed.name })),
];
const results: Results = {
  ...plain,
  study: {
    ...study,
    measures: [{ ...first!, applies: 'talks.drawn: yes', appliesNot }, ...study.measures.slice(1)],
  },
};

const sheets = sheetsOf(results);
const named = (name: string) => sheets.find((sheet) => sheet.name === name)!;
/** Gives all of a sheet on one line: headers break where the sheet is as wide as its columns. */
const textOf = ({ rows }: Sheet) => rows.map((row) => row.map(displayed).join(' | ')).join(' ');
const markdownOf = (of: Results) =>
  Buffer.from(bytesOf(reportOn(of).markdown('x.xlsx'))).toString();

describe('a measure that does not apply to a scenario', () => {
  test('has no figures of it side by side with others', () => {
    const rows = named('Conditions').rows.filter(([title]) => displayed(title!) === first!.title);
    const shown = rows.map((row) => row.map(displayed).filter((cell) => cell === 'n/a').length);
    // as drawn: levels, changes against either, and the chance; then the same under the condition, for all
    const all = study.scenarios.length;
    expect(shown.filter((count) => count === 1).length).toBeGreaterThanOrEqual(4);
    expect(shown.filter((count) => count === all).length).toBeGreaterThanOrEqual(4);
  });

  test('is no part of the decision, which says so', () => {
    const decision = named('Decision');
    expect(textOf(decision)).toContain(`"${first!.title}" (not of ${silent.title})`);
    const titles = decision.rows.map(([title]) => (title === undefined ? '' : displayed(title)));
    expect(titles).not.toContain(first!.title);
    expect(titles).toContain(study.measures[1]!.title);
    const before = sheetsOf(plain).find(({ name }) => name === 'Decision')!;
    expect(before.rows.map(([title]) => (title === undefined ? '' : displayed(title)))).toContain(
      first!.title,
    );
  });

  test('is told on every sheet that has its figures', () => {
    for (const name of ['Conditions', 'Comparison', 'Against baseline']) {
      expect(textOf(named(name)), name).toContain('sets otherwise than talks.drawn: yes');
      expect(textOf(named(name))).toContain(`${silent.title}, ${imposed.title}`);
    }
  });

  test('is told of in the summary, in Markdown too', () => {
    const row = named('Summary').rows.find(
      ([title]) => title !== undefined && displayed(title) === silent.title,
    )!;
    expect(row.map(displayed)[1]).toBe('n/a');
    const [head, line] = ['| Measure', `| ${first!.title}`].map((start) =>
      markdownOf(results)
        .split('\n')
        .find((one) => one.startsWith(start))!
        .split(' | '),
    );
    expect(line![head!.indexOf(silent.title)]).toBe('n/a');
    expect(markdownOf(results)).toContain('Not applicable (n/a):');
    expect(markdownOf(plain)).not.toContain('n/a');
  });

  test('has no change against a baseline or a reference of which it says nothing', () => {
    for (const role of ['baseline', 'reference'] as const) {
      const { name } = study.scenarios.find((one) => one.role === role)!;
      const measures = study.measures.map((measure) => ({
        ...measure,
        applies: 'talks.drawn: yes',
        appliesNot: [{ scenario: name, condition: null }],
      }));
      const made = sheetsOf({ ...plain, study: { ...study, measures } });
      const { rows } = made.find((sheet) => sheet.name === 'Conditions')!;
      const at = rows.findIndex(
        ([title]) => title !== undefined && displayed(title).endsWith(`against the ${role}`),
      );
      const shown = rows[at + 1]!.map(displayed);
      expect(shown.filter((cell) => cell === 'n/a')).toHaveLength(study.scenarios.length);
      const summary = textOf(made.find((sheet) => sheet.name === 'Summary')!);
      expect(summary).not.toContain('What the baseline does');
      expect(summary).toContain('n/a');
    }
  });

  test('is no number on the dashboard, on the page in particular', () => {
    const page = Buffer.from(bytesOf(reportOn(results).page())).toString();
    const choice = page.slice(page.indexOf(`Scenario: ${silent.title}`)).split('</details>')[0]!;
    expect(choice).toContain(`${silent.title}: not applicable, it follows from what is set`);
    expect(choice).toMatch(new RegExp(`${silent.title}: n/a`));
    const titles = [
      ...sheetsOf(results)
        .find(({ name }) => name === 'Dashboard')!
        .alternatives(),
    ]
      .filter(({ title }) => title === `Scenario: ${silent.title}`)
      .flatMap(({ charts }) => charts.map(({ title }) => title.text));
    const told = titles.filter((title) =>
      /ot applicable: it follows|n\/a|not applicable,/.test(title),
    );
    // all but the path over time, which is no measure
    expect(told).toHaveLength(titles.length - 1);
  });

  test('has no tiles on the dashboard where it is chosen', () => {
    const { measure, scenario } = firstChoice(plain);
    const not = [{ scenario: study.scenarios[scenario]!.name, condition: null }];
    const measures = study.measures.map((one, at) =>
      at === measure ? { ...one, applies: 'talks.drawn: yes', appliesNot: not } : one,
    );
    const made = sheetsOf({ ...plain, study: { ...study, measures } });
    const { rows } = made.find(({ name }) => name === 'Dashboard')!;
    const tiles = rows.flat().filter(({ style }) => style === 'tile' || style === 'tileLabel');
    const shown = tiles.map(displayed);
    expect(shown.filter((text) => text === 'n/a')).toHaveLength(3);
    expect(shown.join(' ')).not.toMatch(/90% range|error \d/);
    expect(rows.flat().map(displayed)).toContain('Not applicable: it follows from what is set');
  });

  test('is told of on the dashboard where both are chosen, by a formula', () => {
    const said = 'Not applicable: it follows from what is set';
    const cells = named('Dashboard')
      .rows.flat()
      .filter((cell) => JSON.stringify(cell).includes(said));
    expect(cells).toHaveLength(1);
    expect(cells[0]!.kind).toBe('formula');
    const chosen = named('Dashboard').rows.flat().map(displayed).includes(silent.title);
    expect(displayed(cells[0]!)).toBe(chosen ? said : '');
    expect(JSON.stringify(sheetsOf(plain))).not.toContain(said);
  });
});
