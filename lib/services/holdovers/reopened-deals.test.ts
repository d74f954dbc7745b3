import { beforeEach, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { dayOfInstant, startOfDay } from '#lib/shared/days.ts';
import { endDueHoldovers } from './end-due.ts';

const held = useTempStore();
const start = testContext();
const today = dayOfInstant(start.now, 'UTC');
const onDay = (days: number) => testContext({ now: startOfDay(today + days, 'UTC') });
const OPEN = 1;
const WON = 2;

const isHeld = () =>
  held.current.connection.prepare('SELECT count(*) FROM holdovers WHERE ended_at IS NULL').pluck().get() ===
  1;
const resumed = () =>
  held.current.connection
    .prepare("SELECT count(*) FROM audit WHERE action = 'holdover.resume_due'")
    .pluck()
    .get();

/** A deal that Ada keeps, of an account that is Ben's. */
beforeEach(() => {
  held.current.connection.exec(`
    DELETE FROM holdovers; DELETE FROM opportunities; DELETE FROM assignments; DELETE FROM accounts; DELETE FROM reps;
    DELETE FROM stages; DELETE FROM terms; DELETE FROM audit;
    INSERT INTO terms (id, field, label, folded) VALUES (900, 'opportunity.stage', 'Talk', 'TALK'), (901, 'opportunity.stage', 'Won', 'WON');
    INSERT INTO stages (id, name, name_folded, term_id, position, outcome)
      VALUES (${OPEN}, 'Talk', 'TALK', 900, 0, 'open'), (${WON}, 'Won', 'WON', 901, 1, 'won');
    INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (1, 'Ada', 'ADA', 0, 0), (2, 'Ben', 'BEN', 0, 0);
    INSERT INTO accounts (id, name, name_folded, family_id, created_at, updated_at) VALUES (1, 'Wexford', 'WEXFORD', 1, 0, 0);
    INSERT INTO assignments (id, account_id, slot, rep_id, source, from_at) VALUES (1, 1, 'ae', 2, 'plan', 0);
    INSERT INTO opportunities (id, account_id, stage_id, created_at, updated_at) VALUES (1, 1, ${OPEN}, 0, 0);
    INSERT INTO holdovers (id, opportunity_id, account_id, slot, rep_id, until_on, created_at)
      VALUES (1, 1, 1, 'ae', 1, ${today + 10}, 0);
  `);
});

const toStage = (stageId: number) =>
  held.current.connection.prepare('UPDATE opportunities SET stage_id = ?').run(stageId);

async function closedOnDay(day: number): Promise<void> {
  toStage(WON);
  expect(await endDueHoldovers(onDay(day))).toBe(1);
  expect(isHeld()).toBe(false);
  toStage(OPEN);
}

it('are held over again, once, before the last day', async () => {
  await closedOnDay(3);
  await endDueHoldovers(onDay(4));
  expect([isHeld(), resumed()]).toEqual([true, 1]);
  await endDueHoldovers(onDay(4));
  expect([isHeld(), resumed()]).toEqual([true, 1]);
});

it('are held over again where that was until they are won or lost', async () => {
  held.current.connection.exec('UPDATE holdovers SET until_on = NULL');
  await closedOnDay(3);
  await endDueHoldovers(onDay(40));
  expect(isHeld()).toBe(true);
});

it('stay with the account’s holder after the last day', async () => {
  await closedOnDay(3);
  await endDueHoldovers(onDay(11));
  expect([isHeld(), resumed()]).toEqual([false, 0]);
});

it('stay with the account’s holder where it changed hands since, or the deal is held over anew', async () => {
  const { connection } = held.current;
  await closedOnDay(3);
  connection.exec(`UPDATE assignments SET to_at = ${onDay(4).now} WHERE id = 1;
    INSERT INTO assignments (id, account_id, slot, rep_id, source, from_at) VALUES (2, 1, 'ae', 1, 'hand', ${onDay(4).now})`);
  await endDueHoldovers(onDay(5));
  expect(isHeld()).toBe(false);
  connection.exec(`DELETE FROM assignments WHERE id = 2; UPDATE assignments SET to_at = NULL;
    INSERT INTO holdovers (id, opportunity_id, account_id, slot, rep_id, created_at, ended_at, ended_by)
      VALUES (2, 1, 1, 'ae', 1, 1, 2, 'hand')`);
  await endDueHoldovers(onDay(5));
  expect([isHeld(), resumed()]).toEqual([false, 0]);
});
