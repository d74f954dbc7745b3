import { beforeAll, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { dayOfInstant, startOfDay } from '#lib/shared/days.ts';
import { askApproval, commentOnPlan, listApprovals, listPlanComments } from './approvals.ts';
import { approvePlan, returnPlan } from './decide-approval.ts';
import { editPlan } from './edit-plan.ts';
import { getPlan } from './get-plan.ts';
import { publishedMoves } from './plan-moves.ts';
import { planHistory, waitingView } from './plan-versions.ts';
import { publishFacts } from './publish-facts.ts';
import { publishPlan } from './publish-plan.ts';
import { restoreVersion } from './restore-version.ts';
import { startPlan } from './start-plan.ts';
import { takeEffect } from './take-effect.ts';
import { createTerritory } from './territories.ts';
import { withdrawVersion } from './withdraw-version.ts';

const held = useTempStore();
const { now } = testContext();
const as = (
  role: 'admin' | 'revops' | 'leader' | 'rep',
  userId: number,
  leaderSees: 'all' | 'team' = 'all',
) => testContext({ actor: { kind: 'user', role, userId, name: role, leaderSees } });
const admin = as('admin', 1);
const revops = as('revops', 2);
const leader = as('leader', 3);
const tomorrow = dayOfInstant(now, 'UTC') + 1;

async function refusal(run: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return isAppError(error) ? { code: error.code, message: error.message } : { code: 'none', message: '' };
}

function auditOf(action: string): number {
  return (
    held.current.connection
      .prepare<[string], number>('SELECT count(*) FROM audit WHERE action = ?')
      .pluck()
      .get(action) ?? 0
  );
}

describe('a plan that a leader approves', () => {
  let planId = '';

  beforeAll(async () => {
    const { connection } = held.current;
    const insert = connection.prepare(
      'INSERT INTO users (id, email, email_folded, name, role, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 0, 0)',
    );
    for (const [id, role] of ['admin', 'revops', 'leader', 'rep'].entries())
      insert.run(id + 1, `${role}@x.example`, `${role}@X`, role, role);
    connection
      .prepare(
        "INSERT INTO workspace (id, name, settings, created_at, updated_at) VALUES (1, 'W', '{}', 0, 0)",
      )
      .run();
    planId = await startPlan(admin, { name: 'Plan', start: 'blank' });
    await createTerritory(admin, planId, { name: 'One', kind: 'named' });
  });

  it('is published by RevOps unless the workspace says otherwise', async () => {
    await publishPlan(revops, planId, {}, null);
    held.current.connection
      .prepare('UPDATE workspace SET settings = \'{"leaderApprovesPlans": true}\'')
      .run();
    const refused = await refusal(publishPlan(revops, planId, {}, null));
    expect(refused).toEqual({
      code: 'forbidden',
      message: 'A leader approves plans here. Ask for approval instead of publishing.',
    });
    expect((await refusal(restoreVersion(revops, planId, 1, {}))).code).toBe('forbidden');
    await publishPlan(leader, planId, {}, null);
    await publishPlan(admin, planId, {}, null);
  });

  it('waits for a leader, who publishes it for the day asked for', async () => {
    const asked = await askApproval(revops, planId, { note: 'Q1 carve', effectiveOn: tomorrow }, null);
    expect(asked).toMatchObject({ status: 'open', isStale: false, isOwn: true });
    expect((await refusal(approvePlan(revops, planId, asked.id, {}))).code).toBe('forbidden');
    expect((await refusal(approvePlan(as('rep', 4), planId, asked.id, {}))).code).toBe('forbidden');
    expect((await refusal(approvePlan(as('leader', 3, 'team'), planId, asked.id, {}))).code).toBe(
      'forbidden',
    );
    await commentOnPlan(revops, planId, 'See the West');
    const done = await approvePlan(leader, planId, asked.id, { comment: 'Go' });
    expect(done).toMatchObject({ isWaiting: true, number: 4 });
    expect(listApprovals(revops, planId)[0]).toMatchObject({ status: 'approved', decidedBy: 'leader' });
    expect(listPlanComments(leader, planId).map(({ body, by }) => [body, by])).toEqual([
      ['See the West', 'revops'],
      ['Go', 'leader'],
    ]);
    expect(planHistory(leader, planId)[0]).toMatchObject({ note: 'Q1 carve', publishedBy: 'leader' });
    expect((await refusal(approvePlan(leader, planId, asked.id, {}))).code).toBe('conflict');
    expect([auditOf('plan.ask_approval'), auditOf('plan.approve'), auditOf('plan.comment')]).toEqual([
      1, 1, 1,
    ]);
  });

  it('is stale after an edit, and says so', async () => {
    const asked = await askApproval(revops, planId, {}, null);
    await createTerritory(revops, planId, { name: 'Two', kind: 'named' });
    expect(listApprovals(leader, planId)[0]).toMatchObject({ id: asked.id, isStale: true });
    const refused = await refusal(approvePlan(leader, planId, asked.id, { replacesWaiting: true }));
    expect(refused).toMatchObject({ code: 'conflict' });
    expect(refused.message).toBe(
      '"Plan" was edited after revops asked for approval. Return it, or have approval asked for again.',
    );
    await publishPlan(admin, planId, { replacesWaiting: true, effectiveOn: tomorrow }, null);
    expect(listApprovals(leader, planId)[0]).toMatchObject({ id: asked.id, status: 'withdrawn' });
    await askApproval(revops, planId, {}, null);
    const again = await askApproval(revops, planId, {}, null);
    expect(
      listApprovals(leader, planId)
        .map(({ status }) => status)
        .slice(0, 2),
    ).toEqual(['open', 'withdrawn']);
    expect((await refusal(approvePlan(leader, planId, again.id, {}))).code).toBe('conflict');
    expect(listApprovals(leader, planId)[0]).toMatchObject({ status: 'open' });
    expect(await approvePlan(leader, planId, again.id, { replacesWaiting: true })).toMatchObject({
      isWaiting: false,
    });
  });

  it('is still about the draft when a version that waited takes over or is withdrawn, or the plan is renamed', async () => {
    const waiting = await publishPlan(admin, planId, { effectiveOn: tomorrow }, null);
    const asked = await askApproval(revops, planId, {}, null);
    await withdrawVersion(admin, planId, waiting.number, {});
    await editPlan(admin, planId, { name: 'The plan' }, null);
    await editPlan(admin, planId, { name: 'Plan' }, null);
    expect(listApprovals(leader, planId)[0]).toMatchObject({ id: asked.id, isStale: false });
    await publishPlan(admin, planId, { effectiveOn: tomorrow }, null);
    const again = await askApproval(revops, planId, {}, null);
    const midnight = testContext({ ...admin, now: startOfDay(tomorrow, 'UTC') });
    expect(await takeEffect(midnight)).toMatchObject({ versions: 1 });
    await restoreVersion({ ...admin, now: midnight.now + 1000 }, planId, 3, {});
    expect(listApprovals(leader, planId)[0]).toMatchObject({ id: again.id, isStale: false });
    expect(await approvePlan({ ...leader, now: midnight.now + 2000 }, planId, again.id, {})).toMatchObject({
      isWaiting: false,
    });
  });

  it('is settled among those who plan: a rep reads neither comments nor versions that are not in force', async () => {
    await publishPlan(admin, planId, { effectiveOn: tomorrow + 5 }, null);
    await askApproval(revops, planId, { note: 'Ben loses the West' }, null);
    const rep = as('rep', 4);
    const { number } = planHistory(leader, planId)[0] ?? { number: 0 };
    const refused: (() => unknown)[] = [
      () => listApprovals(rep, planId),
      () => listPlanComments(rep, planId),
      () => planHistory(rep, planId),
      () => waitingView(rep, planId),
      () => publishedMoves(rep, planId, number),
    ];
    for (const read of refused) {
      expect(await refusal(Promise.resolve().then(read))).toMatchObject({ code: 'forbidden' });
    }
    expect(await publishFacts(rep, planId)).toMatchObject({ waiting: null, approval: null });
    expect(await publishFacts(as('leader', 3, 'team'), planId)).toMatchObject({
      waiting: { number },
      approval: { note: 'Ben loses the West' },
    });
    await withdrawVersion(admin, planId, number, {});
  });

  it('is returned with a comment, and nothing is published', async () => {
    const asked = await askApproval(revops, planId, { note: 'Once more' }, null);
    const before = planHistory(leader, planId).length;
    expect((await refusal(returnPlan(revops, planId, asked.id, { comment: 'No' }))).code).toBe('forbidden');
    await returnPlan(leader, planId, asked.id, { comment: 'The South is too large' });
    expect(listApprovals(revops, planId)[0]).toMatchObject({ status: 'returned', decidedBy: 'leader' });
    expect(planHistory(leader, planId)).toHaveLength(before);
    expect(listPlanComments(revops, planId).at(-1)).toMatchObject({ body: 'The South is too large' });
    expect(auditOf('plan.return')).toBe(1);
  });

  it('is a conflict to ask for what was edited meanwhile', async () => {
    const { version } = await getPlan(revops, planId);
    expect((await refusal(askApproval(revops, planId, {}, version - 1))).code).toBe('conflict');
  });
});
