import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { all as allOf, definition, is } from '#lib/rules/testing/rule-makers.ts';
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
