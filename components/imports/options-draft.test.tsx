import { describe, expect, test } from 'vitest';
import { importOptionsSchema } from '#lib/imports/options.ts';
import {
  acceptSpellings,
  addField,
  changeColumn,
  chooseField,
  makeCustomField,
  mappingRows,
  setOutcome,
} from './options-draft.ts';

const deals = importOptionsSchema.parse({
  entity: 'opportunity',
  mapping: {
    Id: { field: 'externalId' },
    Account: { field: 'account', match: ['name'] },
    Stage: { field: 'stage' },
    Note: null,
  },
  account: { column: 'Account', match: ['name'] },
});
const columns = ['Id', 'Account', 'Stage', 'Note'];

describe('editing a mapping', () => {
  test('moving the account to another column moves the link', () => {
    const without = chooseField(deals, 'Account', 0, null);
    const moved = chooseField(without, 'Note', 0, 'account');
    expect(moved.account?.column).toBe('Note');
    expect(moved.mapping.Account).toBeNull();
  });

  test('a column feeds a second field, and loses the first without losing the second', () => {
    const twice = addField(deals, 'Id', 'name');
    expect(mappingRows(twice, columns).filter((row) => row.column === 'Id')).toHaveLength(2);
    expect(chooseField(twice, 'Id', 0, null).mapping.Id).toEqual({ field: 'name' });
  });

  test('settings come and go', () => {
    const with1 = changeColumn(deals, 'Id', 0, { empty: ['0'] });
    expect(with1.mapping.Id).toEqual({ field: 'externalId', empty: ['0'] });
    expect(changeColumn(with1, 'Id', 0, { empty: undefined }).mapping.Id).toEqual({ field: 'externalId' });
  });

  test('only the chosen column becomes a custom field', () => {
    const made = makeCustomField(deals, 'Note', columns);
    expect(made.unmappedFields).toBe('createCustom');
    expect(
      mappingRows(made, columns)
        .filter((row) => row.isNewField)
        .map((row) => row.column),
    ).toEqual(['Note']);
  });

  test('accepted spellings add up', () => {
    const once = acceptSpellings(deals, [{ column: 'Stage', field: 'stage', from: 'Wonn', to: 'Won' }]);
    const twice = acceptSpellings(once, [{ column: 'Stage', field: 'stage', from: 'Lots', to: 'Lost' }]);
    expect(twice.mapping.Stage).toMatchObject({ values: { Wonn: 'Won', Lots: 'Lost' } });
  });

  test('saying what one stage means fixes all of them', () => {
    const stages = [
      { name: 'Open', outcome: 'open' as const },
      { name: 'Done', outcome: 'open' as const },
    ];
    expect(setOutcome(deals, stages, 'Done', 'won').mapping.Stage).toMatchObject({
      outcomes: { Open: 'open', Done: 'won' },
    });
  });
});
