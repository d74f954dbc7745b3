import { describe, expect, it } from 'vitest';
import { capacityNow } from '#db/queries/capacity/people.ts';
import { termWriter } from '#db/terms.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { formatIsoDay, parseIsoDay } from '#lib/shared/days.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { capacityQuery } from '#lib/shared/capacity-shapes.ts';
import { createRep, editRep } from '#lib/services/reps/save.ts';
import { getRep } from '#lib/services/reps/list.ts';
import { capacityFile } from './file.ts';
import { capacityPlan } from './get.ts';
import { saveRole } from './save-role.ts';

const held = useTempStore();
/** 1 June 2026, a Monday; the month has 22 working days. */
const day = (text: string) => parseIsoDay(text) ?? 0;
const ctx = testContext({ now: Date.parse('2026-06-01T18:00:00Z') });
const ask = (query: Record<string, unknown> = {}) => capacityPlan(ctx, capacityQuery.parse(query));

async function refusal(run: () => unknown): Promise<string> {
  try {
    await run();
    return 'went through';
  } catch (error) {
    return isAppError(error) ? `${error.code} ${error.issues?.[0]?.path ?? ''}` : String(error);
  }
}

describe('capacity planning', () => {
  it('has nothing to say of an empty workspace, and says so without failing', () => {
    expect(ask()).toMatchObject({ role: null, roles: [], demandTouches: 0, touchesEach: null, team: [] });
  });

  it('keeps what is recorded of people, and refuses what contradicts itself', async () => {
    const ada = await createRep(ctx, { name: 'Ada', role: 'AE', capacityTouches: 220 });
    await createRep(ctx, {
      name: 'Ben',
      role: 'AE',
      capacityHours: 110,
      startsOn: '2026-05-01',
      homeCity: 'Leeds',
      homeCountry: 'GB',
      allowedRegions: ['GB', 'IE'],
      languages: ['English', 'French'],
      tiers: ['Tier 1'],
      absences: [{ fromOn: '2026-06-15', toOn: '2026-06-19', reason: 'Leave' }],
    });
    const open = await createRep(ctx, {
      name: 'Open AE',
      role: 'AE',
      capacityTouches: 220,
      isOpening: true,
      startsOn: '2026-08-03',
    });
    expect(getRep(ctx, open.id)).toMatchObject({ isOpening: true, startsOn: '2026-08-03', absences: [] });
    const change = (input: Parameters<typeof editRep>[2]) => refusal(() => editRep(ctx, ada.id, input, null));
    expect(await change({ capacityHours: 100 })).toBe('invalid /capacityHours');
    expect(await change({ startsOn: '2026-05-02', endsOn: '2026-05-01' })).toBe('invalid /endsOn');
    expect(await change({ isOpening: true })).toBe('invalid /startsOn');
    expect(getRep(ctx, ada.id)).toMatchObject({ capacityHours: null, startsOn: null, isOpening: false });
    expect(await refusal(() => createRep(ctx, { name: 'P', kind: 'pool', memberIds: [open.id] }))).toBe(
      'invalid /memberIds',
    );
  });

  it('says what the team can do by month, after ramp, time off, open places and attrition', async () => {
    await saveRole(ctx, { role: 'AE', rampCurve: [0.25, 0.5], attritionRate: 0.12, touchHours: 0.5 });
    const view = ask();
    expect(view).toMatchObject({
      role: 'AE',
      roles: [{ role: 'AE', people: 2, openings: 1 }],
      touchesEach: 220,
      people: 2,
    });
    const [june, july, august] = view.months;
    // Ben is in his second month (half) and five of 22 days away.
    expect(june).toMatchObject({ month: '2026-06', rampedTouches: 220, openingTouches: 0, people: 2 });
    expect(june?.rampingTouches).toBeCloseTo((220 * 0.5 * 17) / 22);
    expect(june?.timeOffTouches).toBeCloseTo((220 * 0.5 * 5) / 22);
    expect(july?.attritionTouches).toBeGreaterThan(0);
    expect(august?.openingTouches).toBeCloseTo(220 * 0.25 * 0.88 ** (2 / 12));
    expect(view.team.find((person) => person.name === 'Ben')).toMatchObject({
      fullTouches: 220,
      rampRate: 0.5,
    });
    const now = capacityNow(held.current.connection, day('2026-06-01'));
    expect([...now.values()].map((item) => Math.round(item.touches ?? -1))).toEqual([220, 85, 0]);
    expect(formatIsoDay(day('2026-06-01'))).toBe('2026-06-01');
  });

  it('holds demand by tier against it, and sizes tiers to a number of people', () => {
    const { connection } = held.current;
    termWriter(connection);
    connection
      .prepare(
        `INSERT INTO tiers (id, name, name_folded, rank, touches_from, touches_to, channel_mix, max_accounts_per_rep, created_at, updated_at)
         VALUES (1, 'Tier 1', 'TIER 1', 1, 8, 12, '{}', 20, 0, 0), (2, 'Tier 2', 'TIER 2', 2, 4, 6, '{}', NULL, 0, 0)`,
      )
      .run();
    const account = connection.prepare(
      'INSERT INTO accounts (id, name, name_folded, created_at, updated_at) VALUES (?, ?, ?, 0, 0)',
    );
    const tier = connection.prepare(
      "INSERT INTO account_tiers (account_id, tier_id, cause, from_at) VALUES (?, ?, 'account', 0)",
    );
    const hold = connection.prepare(
      "INSERT INTO assignments (account_id, slot, rep_id, source, from_at) VALUES (?, 'ae', 1, 'hand', 0)",
    );
    for (let id = 1; id <= 60; id += 1) {
      account.run(id, `A${id}`, `A${id}`);
      if (id <= 50) tier.run(id, id <= 30 ? 1 : 2);
      if (id <= 40 || id > 55) hold.run(id);
    }
    const view = ask({ people: 1 });
    expect(view).toMatchObject({
      demandTouches: 30 * 10 + 10 * 5,
      withoutTier: 5,
      slot: 'ae',
      demand: 'held',
    });
    expect(view.tiers.map(({ accounts, carried, most }) => [accounts, carried, most])).toEqual([
      [30, 20, 20],
      [10, 4, 44],
    ]);
    expect(view.need).toEqual({ byTouches: 350 / 220, byCaps: 1.5, people: 2 });
    expect(view.months[0]?.gapTouches).toBeCloseTo((view.months[0]?.touches ?? 0) - 350);
    expect(ask({ demand: 'all' })).toMatchObject({ demandTouches: 30 * 10 + 20 * 5, withoutTier: 10 });
    const file = capacityFile(view);
    expect([...file.rows][0]?.slice(0, 4)).toEqual(['2026-06', 'AE', 2, 350]);
    expect(file.columns).toHaveLength([...file.rows][0]?.length ?? 0);
  });

  it('is for those who read plans, within their scope', async () => {
    const viewer = testContext({ actor: { kind: 'user', role: 'viewer' } });
    expect(await refusal(() => capacityPlan(viewer, capacityQuery.parse({})))).toMatch('forbidden');
    const lead = testContext({
      now: ctx.now,
      actor: { kind: 'user', role: 'leader', leaderSees: 'team', repId: 2, holderIds: [2] },
    });
    const view = capacityPlan(lead, capacityQuery.parse({}));
    expect(view.team.map((person) => person.name)).toEqual(['Ben']);
    expect(view.demandTouches).toBe(0);
    expect(
      await refusal(() => saveRole(lead, { role: 'AE', rampCurve: [], attritionRate: 0, touchHours: 1 })),
    ).toMatch('forbidden');
  });
});
