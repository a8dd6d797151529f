import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStudyFolder } from '../../../cli/read-study.ts';
import { caseVerdicts, checkStudy, runStudy, runTests } from '../../../engine/index.ts';
import { filesOf, type Texts } from '../../support/small-study.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'scenarios', 'gsim');

const GSIM: Texts = Object.fromEntries(
  [...readStudyFolder(FOLDER)].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]),
);

describe('another matrix of trade', () => {
  const trade = `exporter,importer,value,power_before
Korea,Korea,40,1
Korea,US,36,1
Korea,Rest,32.5,1.1
US,US,330,1
US,Korea,1.5,1
US,Rest,47,1.1
Rest,Rest,1800,1
Rest,US,170,1.025
`;
  const study = GSIM['study.yaml']!.replace(
    /scenarios: \[.*\]/,
    'scenarios: [benchmark, us-surcharge]',
  );
  const surcharge = `title: US surcharge
market: { added: { Korea: { US: 25% }, Rest: { US: 25% } } }
assumptions: { market.demand_elasticity: -1 }
`;
  const isKept = (file: string) =>
    file !== 'tests/laws.yaml' && /^(model|tests)\/|^(sources|benchmark)\.yaml$/.test(file);
  const kept = Object.entries(GSIM).filter(([file]) => isKept(file));
  const files = {
    ...Object.fromEntries(kept),
    'study.yaml': study,
    'us-surcharge.yaml': surcharge,
    'model/trade.csv': trade,
  };

  it('is a model, with the measures of its own regions and the cases of others', async () => {
    const checked = checkStudy(filesOf(files));
    expect(checked.problems).toEqual([]);
    const results = await runStudy(checked, { name: 'cars', engineVersion: 'test', workers: 0 });
    const medianOf = (measure: string) =>
      results.comparisons.find((row) => row.scenario === 'us-surcharge' && row.measure === measure)!
        .againstReference!.median.value;
    expect(medianOf('price_Korea_exact')).toBeLessThan(0);
    expect(medianOf('output_US_exact')).toBeGreaterThan(0);
    expect(medianOf('gap_largest')).toBeGreaterThan(0);
    expect(medianOf('welfare_US_linear')! / medianOf('welfare_US_exact')!).toBeCloseTo(4, 1);
  });

  it('with a rate where a power belongs is stopped by a check that says so', async () => {
    for (const rate of ['0.13', '13%']) {
      const rates = {
        ...files,
        'model/trade.csv': trade.replace('Korea,US,36,1\n', `Korea,US,36,${rate}\n`),
      };
      const checked = checkStudy(filesOf(rates));
      expect(checked.problems).toEqual([]);
      const running = runStudy(checked, { name: 'cars', engineVersion: 'test', workers: 0 });
      await expect(running).rejects.toThrow('powers_are_one_plus_the_rate');
    }
  });

  it('names the column that regions come from where an importer is no exporter', () => {
    const row = 'Korea,China,3,1\n';
    const china = { ...files, 'model/trade.csv': trade + row };
    expect(checkStudy(filesOf(china)).problems).toMatchObject([
      {
        message: 'region has no element "China"',
        hint: 'region has the names in the column exporter; add a row with China there',
        position: { file: 'model/trade.csv', line: 10 },
      },
    ]);
    const known = { ...china, 'model/trade.csv': `${trade}${row}China,China,0,1\n` };
    expect(checkStudy(filesOf(known)).problems).toEqual([]);
  });

  it('may leave out pairs that do not trade, and is told of regions that it does not know', () => {
    const wrong = { ...files, 'us-surcharge.yaml': surcharge.replaceAll('Korea', 'Corea') };
    expect(checkStudy(filesOf(wrong)).problems).toMatchObject([
      { code: 'unknown-element', message: 'region has no element "Corea"' },
    ]);
  });
});

describe('a file of cases', () => {
  it('may be the one that the README shows', () => {
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    const [, text] = /```json\n(.*?)```/s.exec(readme)!;
    const cases = { file: './new.json', bytes: new TextEncoder().encode(text) };
    const { ready, problems } = checkStudy(filesOf(GSIM), cases);
    expect(problems).toEqual([]);
    const verdicts = caseVerdicts(runTests(ready!.study));
    expect(verdicts).toMatchObject([{ compared: 8, problems: [], unread: [] }]);
  });
});
