import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import type { ImportOptionsInput } from '#lib/imports/options.ts';
import { importFile, useTempDataFolder, workUntilIdle } from './testing/import-reference.ts';
import { undoImport } from './undo.ts';

useTempDataFolder();
const db = useTempStore();
const ctx = testContext();

const options: ImportOptionsInput = {
  entity: 'account',
  onEmpty: 'clear',
  mapping: {
    Id: { field: 'externalId' },
    Name: { field: 'name' },
    Domain: { field: 'domain' },
    Industry: { field: 'industry' },
    Employees: { field: 'employees' },
    Country: { field: 'country' },
    City: { field: 'city' },
    Latitude: { field: 'latitude' },
    Longitude: { field: 'longitude' },
    Needs: { field: 'needs', split: ';' },
    Parent: { field: 'parent' },
    HubSpot: { field: 'externalId.hubspot' },
  },
};
const columns = Object.keys(options.mapping);

const pick = (...values: string[]) => fc.constantFrom('', ...values);
const row = fc.tuple(
  pick('A', 'B', 'C', 'D'),
  pick('Acme', 'Bolt', 'Cog', 'Dot'),
  pick('acme.com', 'bolt.com', 'gmail.com'),
  pick('Retail', 'retail', 'Energy'),
  pick('1', '51-200', 'many'),
  pick('US', 'Germany', 'Nowhere'),
  pick('Chicago', 'Munich', 'Nowhere'),
  pick('41.5'),
  pick('-87.5'),
  pick('erp', 'erp;sap'),
  pick('Acme', 'B', 'Nobody'),
  pick('h1', 'h2'),
);
const file = fc.array(row, { minLength: 1, maxLength: 7 });

/** Everything of the data that an import may touch, without versions and times of change. */
function picture(): unknown {
  const { connection } = db.current;
  const all = (sql: string) => connection.prepare(sql).all();
  return {
    accounts: all(
      `SELECT id, name, external_id, domain, industry, employees, country, region, latitude, longitude, parent_id, family_id, import_id, archived_at FROM accounts ORDER BY id`,
    ),
    needs: all('SELECT * FROM account_needs ORDER BY account_id, term_id'),
    ids: all('SELECT entity, system, value, record_id FROM external_ids ORDER BY system, value'),
    sources: all(
      'SELECT entity, record_id, field, source, import_id FROM value_sources ORDER BY record_id, field',
    ),
    changes: all('SELECT import_id, record_id FROM import_changes ORDER BY id'),
  };
}

const csv = (rows: string[][]) => ({
  name: 'a.csv',
  text: [columns, ...rows].map((cells) => cells.join(',')).join('\n'),
});

test('an import and its undo leave the data as it was, whatever stood there and whatever the file says', async () => {
  await fc.assert(
    fc.asyncProperty(file, file, async (first, second) => {
      const base = await importFile(ctx, csv(first), () => options);
      const before = picture();
      const { applied, checked } = await importFile(ctx, csv(second), () => options);
      expect(applied.status).toBe('completed');
      expect(checked.rows).toEqual(applied.rows);
      await undoImport(ctx, applied.id);
      await workUntilIdle(ctx);
      expect(picture()).toEqual(before);
      await undoImport(ctx, base.applied.id);
      await workUntilIdle(ctx);
    }),
    { seed: 20261122, numRuns: 15 },
  );
}, 180_000);
