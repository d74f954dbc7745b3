import { describe, expect, test } from 'vitest';
import { buildCatalog } from '#lib/rules/build-catalog.ts';
import { importFields, type ImportEntity } from './import-fields.ts';
import { importOptionsSchema, type ImportOptionsInput } from './options.ts';
import { createRowReader } from './read-row.ts';
import type { ReadSettings } from './read-value.ts';
import { planRows } from './row-plan.ts';

const settings: ReadSettings = {
  timeZone: 'UTC',
  decimalMark: 'point',
  dateOrder: 'mdy',
  mainSystem: 'salesforce',
  currency: 'USD',
  currencyRates: { EUR: 2 },
};

function plan(columns: string[], input: ImportOptionsInput) {
  const options = importOptionsSchema.parse(input);
  return planRows(
    options,
    columns,
    importFields(buildCatalog(), options.entity as ImportEntity),
    () => settings,
  );
}

function read(columns: string[], input: ImportOptionsInput, ...rows: string[][]) {
  const planned = plan(columns, input);
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  const reader = createRowReader(planned.value, settings);
  const keys = planned.value.targets.map((target) => target.field.key);
  return rows.map((cells, index) => {
    const row = reader(cells, index + 2);
    return { ...row, record: Object.fromEntries(keys.map((key, at) => [key, row.values[at]])) };
  });
}

describe('reading a row by its mapping', () => {
  const columns = ['Company', 'Rev', 'ST', 'Country', 'Extra'];
  const mapping = {
    Company: { field: 'name' },
    Rev: { field: 'revenue', scale: 1_000_000 },
    ST: { field: 'state' },
    Country: { field: 'country' },
    Extra: null,
  };

  test('a column whose cells do not repeat is read the same to its last row', () => {
    const rows = Array.from({ length: 3000 }, (_, at) => [`A${at}`, String(at), '', '', '']);
    const done = read(columns, { entity: 'account', mapping }, ...rows, ['Z', 'much', '', '', '']);
    expect(done.slice(0, 3000).map((row) => row.record.revenue)).toEqual(rows.map((_, at) => at * 1_000_000));
    expect(done.at(-1)?.problems).toMatchObject([{ code: 'not_a_number', value: 'much' }]);
  });

  test('a number that its field cannot hold is named by line, column and value, and rejects the row where asked', () => {
    const sized = { Company: { field: 'name' }, Staff: { field: 'employees' }, Lat: { field: 'latitude' } };
    const rows = [
      ['A', '-5', '91'],
      ['B', '2.5', ''],
      ['C', '1,200', '-90'],
    ];
    const done = read(['Company', 'Staff', 'Lat'], { entity: 'account', mapping: sized }, ...rows);
    expect(done.map((row) => row.record.employees)).toEqual([undefined, undefined, 1200]);
    const found = done.flatMap((row) => row.problems.map(({ line, column, value }) => [line, column, value]));
    expect(found).toEqual([
      [2, 'Staff', '-5'],
      [2, 'Lat', '91'],
      [3, 'Staff', '2.5'],
    ]);
    expect(done[0]?.problems.map(({ message }) => message)).toEqual([
      'Employees cannot be below 0 or above 10,000,000.',
      'Latitude lies between -90 and 90.',
    ]);
    const strict = { entity: 'account', mapping: sized, onBadValue: 'rejectRow' } as const;
    expect(read(['Company', 'Staff', 'Lat'], strict, ...rows).map((row) => row.rejected)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('the middle of a range of people is a whole number of them', () => {
    const sized = { Company: { field: 'name' }, Staff: { field: 'employees', range: 'mid' as const } };
    const [row] = read(['Company', 'Staff'], { entity: 'account', mapping: sized }, ['A', '51-200']);
    expect(row?.record.employees).toBe(126);
  });

  test('state codes are read beside their country', () => {
    const [us, au, none] = read(
      columns,
      { entity: 'account', mapping },
      ['A', '1.5', 'WA', 'USA', ''],
      ['B', '', 'WA', 'Australia', ''],
      ['C', '', 'WA', '', ''],
    );
    expect(us?.record).toEqual({ name: 'A', revenue: 1_500_000, state: 'US-WA', country: 'US' });
    expect(au?.record.state).toBe('AU-WA');
    expect(none?.record.state).toBe('WA');
  });

  test('an unreadable value is left out and listed, the row is kept', () => {
    const [row] = read(columns, { entity: 'account', mapping }, ['A', 'tbd', '', '', '']);
    expect(row).toMatchObject({ rejected: false, record: { name: 'A', revenue: undefined } });
    expect(row?.problems).toEqual([
      {
        line: 2,
        column: 'Rev',
        value: 'tbd',
        code: 'not_a_number',
        message: '“tbd” cannot be read as an amount.',
        rowRejected: false,
      },
    ]);
  });

  test('or rejects its row when asked to', () => {
    const [row] = read(columns, { entity: 'account', mapping, onBadValue: 'rejectRow' }, [
      'A',
      'tbd',
      '',
      '',
      '',
    ]);
    expect(row?.rejected).toBe(true);
  });

  test('a row without identity is always rejected', () => {
    const [row] = read(columns, { entity: 'account', mapping }, ['  ', '5', '', '', '']);
    expect(row?.rejected).toBe(true);
    expect(row?.problems[0]?.code).toBe('no_identity');
  });

  test('an empty cell keeps what is there, or clears it by choice', () => {
    const [keep] = read(columns, { entity: 'account', mapping }, ['A', '', '', '', '']);
    expect(keep?.record.revenue).toBeUndefined();
    const clearing = { ...mapping, Rev: { field: 'revenue', onEmpty: 'clear' as const } };
    const [clear] = read(columns, { entity: 'account', mapping: clearing }, ['A', '', '', '', '']);
    expect(clear?.record.revenue).toBeNull();
  });

  test('cells beyond the header reject the row: its values may be shifted', () => {
    const [row] = read(columns, { entity: 'account', mapping }, ['A', '1', '', '', '', 'surplus']);
    expect(row?.problems[0]?.code).toBe('too_many_cells');
    expect(row?.rejected).toBe(true);
  });

  test('a column feeds several fields; two columns join into one name', () => {
    const [rep] = read(
      ['First', 'Last', 'Site'],
      { entity: 'rep', mapping: { First: { field: 'name' }, Last: { field: 'name' } } },
      ['Ana', 'López', ''],
    );
    expect(rep?.record.name).toBe('Ana López');
    const [account] = read(
      ['Site', 'HQ'],
      {
        entity: 'account',
        mapping: {
          Site: [{ field: 'website' }, { field: 'domain' }],
          HQ: [
            { field: 'city', part: 'city' },
            { field: 'state', part: 'state' },
          ],
        },
        constants: { country: 'United States' },
      },
      ['https://www.acme.com/x', 'Saint Paul, Minnesota'],
    );
    expect(account?.record).toMatchObject({
      website: 'https://www.acme.com/x',
      domain: 'acme.com',
      city: 'Saint Paul',
      state: 'US-MN',
      country: 'US',
    });
  });

  test('a currency column converts every amount of its row', () => {
    const [eur, gbp] = read(
      ['Id', 'Amount', 'Cur'],
      {
        entity: 'opportunity',
        mapping: { Id: { field: 'externalId' }, Amount: { field: 'amount' }, Cur: { field: 'currency' } },
      },
      ['1', '10', 'eur'],
      ['2', '10', 'GBP'],
    );
    expect(eur?.record.amount).toBe(20);
    expect(gbp?.record.amount).toBeUndefined();
    expect(gbp?.problems[0]?.code).toBe('no_rate');
  });
});

describe('faults of a mapping are all named at once', () => {
  test('unknown column and field, a field filled twice, a format, no identity', () => {
    const planned = plan(['A', 'B', 'C'], {
      entity: 'account',
      mapping: {
        A: { field: 'revenue' },
        B: { field: 'revenue' },
        C: { field: 'colour' },
        D: { field: 'name' },
      },
    });
    expect(planned.ok ? [] : planned.error.map((entry) => [entry.path, entry.code])).toEqual([
      ['/mapping/B/field', 'field_filled_twice'],
      ['/mapping/C/field', 'unknown_field'],
      ['/mapping/D', 'unknown_column'],
      ['/mapping', 'no_identity'],
    ]);
  });

  test('signals need their account', () => {
    const planned = plan(['D'], {
      entity: 'signal',
      mapping: { D: { field: 'occurredAt' } },
      constants: { type: 'intent' },
    });
    expect(planned.ok ? [] : planned.error.map((entry) => entry.code)).toEqual(['account_required']);
  });
});
