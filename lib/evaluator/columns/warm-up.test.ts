import { expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { termWriter } from '#db/terms.ts';
import { write } from '#db/write.ts';
import { answerPreview } from '../sqlite/preview.ts';
import { columnStore, openSession, refreshSession } from '../sqlite/session.ts';
import { loadIndex } from './index-keeper.ts';
import { warmUp } from './warm-up.ts';

const ctx = testContext();
const temp = useTempStore();
const now = Date.UTC(2026, 10, 27);

it('asks what can be answered, with values of the workspace, until the order of the list is there', async () => {
  await write(ctx, (tx) => {
    const termOf = termWriter(tx.connection);
    const [chile, mining] = [termOf('account.country', 'Chile'), termOf('account.industry', 'Mining')];
    const insert = tx.connection.prepare(
      'INSERT INTO accounts (created_at, updated_at, name, name_folded, country, industry, employees) VALUES (0, 0, ?, ?, ?, ?, 900)',
    );
    for (const name of ['A', 'B']) insert.run(name, name, chile, mining);
  });
  const { connection } = temp.current;
  const steps = loadIndex(connection, now);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const current = step.value;
  const session = openSession(connection, {
    current,
    next: null,
    more: null,
    save: () => {},
    reload: () => {},
  });
  refreshSession(session, now);
  const store = columnStore(session);
  if (!store) throw new Error('There are no columns.');
  const inIndustries: number[] = [];
  await warmUp(
    async (question) => {
      const { count } = await answerPreview(session, question, async () => {});
      if (question.definition.root.rules[0]?.kind === 'field') inIndustries.push(count);
    },
    store,
    now,
  );
  expect(new Set(inIndustries)).toEqual(new Set([2, 0]));
  expect(current.orders.has('account account.score true')).toBe(true);
});
