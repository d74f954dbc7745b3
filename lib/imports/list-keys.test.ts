import { expect, test } from 'vitest';
import { keysInText } from './list-keys.ts';

test('a plain list is read line by line, whatever stands between', () => {
  expect(keysInText('acme.com\n globex.com, initech.com;\n\nacc_1')).toEqual([
    'acme.com',
    'globex.com',
    'initech.com',
    'acc_1',
  ]);
});

test('of a table with a head only the column that names records is read, quotes and all', () => {
  const csv = 'Company,Web Site,Notes\n"Acme, Inc.",acme.com,big\nGlobex,globex.com,\nNo site,,x\n';
  expect(keysInText(csv)).toEqual(['acme.com', 'globex.com']);
  expect(keysInText('name\tdomain\tCRM ID\nAcme\tacme.com\t001A\n')).toEqual(['001A']);
});

test('one column with a head, and one line alone', () => {
  expect(keysInText('domain\nacme.com\n')).toEqual(['acme.com']);
  expect(keysInText('acme.com')).toEqual(['acme.com']);
  expect(keysInText('  ')).toEqual([]);
});
