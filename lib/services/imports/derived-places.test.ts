import { describe, expect, test } from 'vitest';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { recordFields } from '../records/record-fields.ts';
import { workUntilIdle } from './testing/import-reference.ts';
import { all, csv, ctx, load, useTwoAccounts } from './testing/two-accounts.ts';
import { undoImport } from './undo.ts';

useTwoAccounts();

/** Where an account's page says that a value comes from. */
function sourceOf(id: number, field: string): string {
  const { connection } = store();
  const fields = recordFields(connection, loadCatalog(connection), 'account', id)?.fields ?? [];
  return fields.find(({ key }) => key === field)?.source?.kind ?? 'none';
}

describe('the region of an account', () => {
  const regions = () =>
    all<{ name: string; region: string | null }>(
      'SELECT a.name, t.label AS region FROM accounts a LEFT JOIN terms t ON t.id = a.region ORDER BY a.id',
    ).map(({ name, region }) => `${name} ${region ?? '-'}`);

  test('follows a new country and comes back with undo', async () => {
    await load(csv('Account ID,Country', 'A1,USA', 'B2,Japan'));
    expect(regions()).toEqual(['Acme NA', 'Bolt APAC']);
    const moved = await load(csv('Account ID,Country', 'A1,Germany', 'B2,Japan'));
    expect(moved.rows).toMatchObject({ updated: 1, unchanged: 1 });
    expect(regions()).toEqual(['Acme EMEA', 'Bolt APAC']);
    await undoImport(ctx, moved.id);
    await workUntilIdle(ctx);
    expect(regions()).toEqual(['Acme NA', 'Bolt APAC']);
  });

  test('stays where a file gave it or a person holds the country', async () => {
    await load(csv('Account ID,Country,Region', 'A1,USA,LATAM'));
    await load(csv('Account ID,Country', 'B2,USA'));
    store().connection.exec(
      `INSERT INTO value_sources (entity, record_id, field, source, at, is_pinned) VALUES ('account', 2, 'country', 'person', 1, 1)
       ON CONFLICT DO UPDATE SET source = 'person', is_pinned = 1`,
    );
    await load(csv('Account ID,Country', 'A1,Germany', 'B2,Germany'));
    expect(regions()).toEqual(['Acme LATAM', 'Bolt NA']);
  });
});

describe('the coordinates of an account', () => {
  const coordinates = () =>
    all<{ id: number; name: string; latitude: number | null; longitude: number | null }>(
      'SELECT id, name, latitude, longitude FROM accounts ORDER BY id',
    ).map(
      ({ id, name, latitude, longitude }) =>
        `${name} ${latitude} ${longitude} ${[...new Set([sourceOf(id, 'latitude'), sourceOf(id, 'longitude')])].join()}`,
    );

  test('of new accounts follow from postal code, city or state, and those of the file stay', async () => {
    await load(
      csv(
        'Account ID,Account Name,Country,State,City,Postal Code,Latitude,Longitude',
        'C3,Coil,USA,IL,,60606,,',
        'D4,Dyne,Germany,,Munich,,,',
        'E5,Edge,USA,TX,,,,',
        'F6,Flux,France,,,,,',
        'G7,Gear,USA,TX,Dallas,,32.5,-96.5',
      ),
    );
    expect(coordinates().slice(2)).toEqual([
      'Coil 41.88 -87.66 derived',
      'Dyne 48.14 11.58 derived',
      'Edge 31.5 -99.3 derived',
      'Flux null null none',
      'Gear 32.5 -96.5 import',
    ]);
  });

  test('move with the place, and come back with undo', async () => {
    await load(csv('Account ID,Country,State', 'A1,USA,TX', 'B2,USA,TX'));
    const moved = await load(csv('Account ID,City,State,Country', 'A1,Seattle,WA,USA', 'B2,,TX,USA'));
    expect(moved.rows).toMatchObject({ updated: 1, unchanged: 1 });
    expect(coordinates()).toEqual(['Acme 47.61 -122.33 derived', 'Bolt 31.5 -99.3 derived']);
    await undoImport(ctx, moved.id);
    await workUntilIdle(ctx);
    expect(coordinates()).toEqual(['Acme 31.5 -99.3 derived', 'Bolt 31.5 -99.3 derived']);
  });

  test('that a file gave are never overwritten, not even those of an earlier row of the same file', async () => {
    await load(csv('Account ID,Country,City', 'B2,USA,Chicago'));
    await load(csv('Account ID,Latitude,Longitude', 'B2,42,-88'));
    await load(
      csv(
        'Account ID,Account Name,City,Country,Latitude,Longitude',
        'C3,Coil,Chicago,USA,,',
        'C3,Coil,Chicago,USA,41,-87',
      ),
    );
    await load(csv('Account ID,Country,City', 'B2,USA,Boston', 'C3,USA,Boston'));
    expect(coordinates().slice(1)).toEqual(['Bolt 42 -88 import', 'Coil 41 -87 import']);
  });

  test('say of new accounts that they follow, where no column of the file could have given them', async () => {
    await load(csv('Account ID,Account Name,Country,City', 'C3,Coil,Germany,Munich'));
    expect(['country', 'region', 'latitude'].map((field) => sourceOf(3, field))).toEqual([
      'import',
      'derived',
      'derived',
    ]);
    const moved = await load(csv('Account ID,Country,City', 'C3,USA,Seattle'));
    expect(coordinates()[2]).toBe('Coil 47.61 -122.33 derived');
    expect(sourceOf(3, 'region')).toBe('derived');
    await undoImport(ctx, moved.id);
    await workUntilIdle(ctx);
    expect(coordinates()[2]).toBe('Coil 48.14 11.58 derived');
    expect(sourceOf(3, 'region')).toBe('derived');
  });

  test('stay with a place that a person holds', async () => {
    await load(csv('Account ID,Country,State', 'A1,USA,TX'));
    store().connection.exec(
      `INSERT INTO value_sources (entity, record_id, field, source, at, is_pinned) VALUES ('account', 1, 'state', 'person', 1, 1)
       ON CONFLICT DO UPDATE SET source = 'person', is_pinned = 1`,
    );
    await load(csv('Account ID,Country,State', 'A1,USA,WA'));
    expect(coordinates()[0]).toBe('Acme 31.5 -99.3 derived');
  });
});
