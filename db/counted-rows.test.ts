import fc from 'fast-check';
import { expect, it } from 'vitest';
import { all, definition, has, is, where } from '#lib/rules/testing/rule-makers.ts';
import { catalogWith, now, resolveInWorkspace } from '#lib/rules/testing/workspace.ts';
import type { WorldRow } from '#lib/rules/testing/world.ts';
import { printIds } from '#lib/rules/printers/sqlite.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { sqliteColumns } from './field-columns.ts';
import { idsFromColumns, idsOneByOne, loadColumns } from './testing/ask-columns.ts';
import { insertWorld } from './testing/insert-world.ts';
import { useTempStore } from './testing/temp-store.ts';

const store = useTempStore();
const DAY_MS = 86_400_000;

const signals = (account: number, type: string, count: number): WorldRow[] =>
  Array.from({ length: count }, (_, index) => ({
    entity: 'signal',
    account,
    values: { type, occurredAt: now - (index % 40) * DAY_MS },
  }));

const operator = fc.constantFrom('eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between', 'notBetween');

it('rows of a small group are counted as SQLite counts them, however many are asked for', () => {
  const catalog = catalogWith();
  const columns = sqliteColumns(catalog);
  const counts = fc.array(fc.nat(12), { minLength: 4, maxLength: 40 });
  const asked = fc.array(fc.tuple(operator, fc.nat(12), fc.nat(6), fc.boolean()), {
    minLength: 20,
    maxLength: 20,
  });
  fc.assert(
    fc.property(counts, asked, (drawn, questions) => {
      const { connection } = store.current;
      connection.pragma('foreign_keys = OFF');
      connection.exec('BEGIN');
      try {
        const accounts = drawn.map((_, index) => ({ id: index + 1, values: { name: `A${index}` } }));
        // The rest of the table is so large that the group is worth going by.
        const rows = drawn.flatMap((count, index) => [
          ...signals(index + 1, 'intent', count),
          ...signals(index + 1, 'hiring', 3 * count + 1),
        ]);
        insertWorld(connection, { accounts, contacts: [], rows });
        const loaded = loadColumns(connection, catalog, now);
        for (const [comparison, low, more, isRecent] of questions) {
          const isTwo = comparison === 'between' || comparison === 'notBetween';
          const rule = has('signal', {
            where: where('all', is('type', 'eq', 'intent')),
            operator: comparison,
            value: isTwo ? [low, low + more] : low,
            ...(isRecent ? { window: { last: 20, unit: 'day' } } : {}),
          });
          const resolved = resolveInWorkspace(definition(all(rule)), { catalog });
          const form = toRelational(resolved);
          const { sql, params } = printIds(form, 'account', { columns, moment: resolved });
          const expected = connection
            .prepare(`${sql} ORDER BY r.id`)
            .pluck()
            .all(...params);
          expect(idsFromColumns(connection, loaded, catalog, form, 'account', resolved)).toEqual({
            ids: expected,
            left: 0,
          });
          expect(idsOneByOne(loaded, form, 'account', resolved)).toEqual(expected);
        }
      } finally {
        connection.exec('ROLLBACK');
      }
    }),
    { numRuns: 20 },
  );
});
