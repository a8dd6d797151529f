import { expect, test } from 'vitest';
import type { Driver } from '../../../engine/index.ts';
import { driverNames } from '../../../reports/dashboard/driver-names.ts';
import { someResults } from '../../support/results.ts';

const { study, ...rest } = someResults();
const [sample] = study.assumptions;
const LONG = 'Share of a duty that makers who absorb take on their margin';

/** Names a driver where this is known of it. */
function nameOf(uncertainty: string, about: string, element = ''): string {
  const [module = '', name = ''] = uncertainty.replace(/\[.*/, '').split('.');
  const assumptions = [{ ...sample!, module, name, element, about }];
  const driver = { uncertainty } as Driver;
  return driverNames({ ...rest, study: { ...study, assumptions } })(driver);
}

test('a driver is named by what it is, in two lines at most', () => {
  expect(nameOf('economy.hoarded', 'Share of jobs kept')).toBe('Share of jobs kept');
  expect(nameOf('market.absorbed', LONG)).toBe(
    'Share of a duty that makers who absorb take\non their margin',
  );
  expect(nameOf('market.absorbed', `${LONG}, ${LONG.toLowerCase()}`)).toBe(
    'Share of a duty that makers who absorb take\non their margin, share of a duty that makers…',
  );
});

test('elements are told apart, however long the rest', () => {
  const of = (element: string) =>
    nameOf(`market.supply[${element}]`, `${LONG} and on their costs`, `[${element}]`);
  expect(of('cars')).toMatch(/ take\non their margin and on their costs: cars$/);
  expect(of('cars, us_made')).toMatch(/ take\non their margin and on their…: cars, us made$/);
});

test('a driver of which nothing is said goes by its name, without its module', () => {
  expect(nameOf('economy.late_offset', '')).toBe('late offset');
});

test('a lever that is uncertain is known too', () => {
  const [lever] = study.levers;
  const levers = [{ ...lever!, module: 'lng', name: 'volume', element: '', about: 'Gas offered' }];
  const driver = { uncertainty: 'lng.volume' } as Driver;
  expect(driverNames({ ...rest, study: { ...study, levers } })(driver)).toBe('Gas offered');
});

test('elements go by the labels of the study', () => {
  const about = 'Elasticity of supply';
  const assumptions = [
    { ...sample!, module: 'market', name: 'supply', element: '[cars, us_made]', about },
  ];
  const labels = [{ element: 'us_made', label: 'US makers' }];
  const driver = { uncertainty: 'market.supply[cars, us_made]' } as Driver;
  expect(driverNames({ ...rest, study: { ...study, assumptions, labels } })(driver)).toBe(
    'Elasticity of supply: cars, US makers',
  );
});
