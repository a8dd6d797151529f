import { expect, test } from 'vitest';
import { sayOnce } from '../../reports/labels.ts';
import { speak } from '../../reports/language/say.ts';

test('what elements share is said once', () => {
  const item = (name: string, element: string, about: string) => ({
    module: 'm',
    name,
    element,
    about,
  });
  const items = [
    item('rate', '[cars]', 'A duty'),
    item('rate', '[steel]', 'A duty'),
    item('rate', '[chips]', 'Another'),
    item('other', '[cars]', 'A duty'),
    item('bare', '', ''),
    item('bare', '', ''),
  ];
  expect(sayOnce(speak('en'), items, ({ about }) => about)).toEqual([
    'A duty',
    'as for [cars]',
    'Another',
    'A duty',
    '',
    '',
  ]);
});
