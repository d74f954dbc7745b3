import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { all as allOf, definition, has, is } from '#lib/rules/testing/rule-makers.ts';
import { checkFile, importFile, useTempDataFolder } from './testing/import-reference.ts';

useTempDataFolder();
const db = useTempStore();
const ctx = testContext();
const csv = (...lines: string[]) => ({ name: 'a.csv', text: `${lines.join('\n')}\n` });

test('the check says which accounts a published segment would gain and lose', async () => {
  await importFile(ctx, csv('Account ID,Account Name,Employees', 'A1,Acme,600', 'B2,Bolt,700', 'C3,Cog,10'));
  const { connection } = db.current;
  const rule = JSON.stringify(definition(allOf(is('employees', 'gte', 500))));
  connection.exec(`
    INSERT INTO segments (id, name, name_folded, status, draft, created_at, updated_at) VALUES (1, 'Large', 'LARGE', 'published', '{}', 1, 1);
    INSERT INTO segment_versions (id, segment_id, number, definition, digest, published_at) VALUES (1, 1, 1, '${rule}', 'x', 1);
    UPDATE segments SET published_version_id = 1;
    INSERT INTO segment_members (segment_id, record_id, from_at, enter_cause) SELECT 1, id, 1, 'published' FROM accounts WHERE employees >= 500;
  `);
  const checked = await checkFile(
    ctx,
    csv('Account ID,Account Name,Employees', 'A1,Acme,50', 'C3,Cog,900', 'D4,Dot,1000'),
  );
  expect(checked.report).toMatchObject({
    isEffectPending: false,
    effect: {
      segmentsAsked: 1,
      entering: 2,
      leaving: 1,
      segments: [{ name: 'Large', entering: 2, leaving: 1 }],
    },
  });
  expect(connection.prepare('SELECT count(*) AS n FROM segment_members WHERE to_at IS NULL').get()).toEqual({
    n: 2,
  });
});

test('signals that the check only counts at first move accounts all the same', async () => {
  const { connection } = db.current;
  const rule = JSON.stringify(definition(allOf(has('signal', { value: 2 }))));
  connection.exec(`
    INSERT INTO segments (id, name, name_folded, status, draft, created_at, updated_at) VALUES (2, 'Busy', 'BUSY', 'published', '{}', 1, 1);
    INSERT INTO segment_versions (id, segment_id, number, definition, digest, published_at) VALUES (2, 2, 1, '${rule}', 'y', 1);
    UPDATE segments SET published_version_id = 2 WHERE id = 2;
  `);
  const checked = await checkFile(
    ctx,
    csv('Account,Type,At', 'A1,intent,2026-01-05', 'A1,intent,2026-01-06', 'B2,intent,2026-01-06'),
    {
      entity: 'signal',
      account: { column: 'Account', match: ['externalId'] },
      mapping: { Type: { field: 'type' }, At: { field: 'occurredAt' } },
    },
  );
  expect(checked).toMatchObject({
    rows: { read: 3, created: 3 },
    report: { isEffectPending: false, effect: { segments: [{ name: 'Busy', entering: 1, leaving: 0 }] } },
  });
  expect(connection.prepare('SELECT count(*) AS n FROM signals').get()).toEqual({ n: 0 });
});
