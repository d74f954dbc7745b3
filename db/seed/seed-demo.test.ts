import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../client.ts';
import { openTempStore, useTempStore } from '../testing/temp-store.ts';
import { seedDemo } from './seed-demo.ts';

const now = Date.UTC(2026, 10, 22, 15, 0, 0);
const held = useTempStore();

/** Every table's rows, hashed. The password hash has a random salt and is left out. */
function digestOf(connection: Connection): string {
  const tables = connection
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY name",
    )
    .all();
  const hash = createHash('sha256');
  for (const { name } of tables) {
    for (const row of connection.prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}`).iterate()) {
      hash.update(`${name} ${JSON.stringify({ ...row, password_hash: undefined })}\n`);
    }
  }
  return hash.digest('hex');
}

async function digestOfRun(options: { seed?: number; accounts: number }): Promise<string> {
  const { store, drop } = await openTempStore();
  try {
    await seedDemo(store, { now, ...options });
    return digestOf(store.connection);
  } finally {
    drop();
  }
}

it('makes the same rows from the same seed and other rows from another', async () => {
  const first = await digestOfRun({ accounts: 300 });
  expect(await digestOfRun({ accounts: 300 })).toBe(first);
  expect(await digestOfRun({ accounts: 300, seed: 2 })).not.toBe(first);
});

describe('5,000 accounts', () => {
  beforeAll(async () => {
    await seedDemo(held.current, { now, accounts: 5000 });
  });

  const one = (sql: string): number =>
    held.current.connection.prepare<[], number>(sql).pluck().get() ?? Number.NaN;
  const term = (field: string, label: string) =>
    `(SELECT id FROM terms WHERE field = '${field}' AND label = '${label}')`;

  it('refers to nothing that is not there', () => {
    expect(held.current.connection.pragma('foreign_key_check')).toEqual([]);
    for (const table of ['placements', 'assignments', 'account_tiers', 'account_classes']) {
      expect(one(`SELECT count(*) FROM ${table} WHERE account_id NOT IN (SELECT id FROM accounts)`)).toBe(0);
    }
    expect(one('SELECT count(*) FROM segment_members WHERE record_id NOT IN (SELECT id FROM accounts)')).toBe(
      0,
    );
    expect(one('SELECT count(*) FROM accounts WHERE family_id NOT IN (SELECT id FROM accounts)')).toBe(0);
  });

  it('marks every record with the one demo import', () => {
    const importId = one("SELECT id FROM imports WHERE kind = 'demo'");
    for (const table of [
      'accounts',
      'contacts',
      'technologies',
      'signals',
      'opportunities',
      'stage_changes',
      'activities',
      'reps',
      'products',
    ]) {
      expect(one(`SELECT count(*) FROM ${table} WHERE import_id IS NOT ${importId}`)).toBe(0);
    }
    for (const table of ['users', 'segments', 'plans']) {
      expect(one(`SELECT count(*) FROM ${table} WHERE is_demo = 0`)).toBe(0);
    }
  });

  it('sorts its segments by tags: several share one, and every segment has some', () => {
    expect(one('SELECT count(*) FROM segments WHERE id NOT IN (SELECT segment_id FROM segment_tags)')).toBe(
      0,
    );
    const shared = 'SELECT label_folded FROM segment_tags GROUP BY label_folded HAVING count(*) > 1';
    expect(one(`SELECT count(*) FROM (${shared})`)).toBeGreaterThan(4);
  });

  it('has names and domains of its own, and nothing from after now', () => {
    expect(one('SELECT count(*) - count(DISTINCT name_folded) FROM accounts')).toBe(0);
    expect(one('SELECT count(domain) - count(DISTINCT domain) FROM accounts')).toBe(0);
    expect(one("SELECT count(*) FROM accounts WHERE domain NOT LIKE '%.example'")).toBe(0);
    for (const [table, column] of [
      ['signals', 'occurred_at'],
      ['activities', 'occurred_at'],
      ['technologies', 'last_seen_at'],
      ['stage_changes', 'changed_at'],
      ['contacts', 'created_at'],
      ['accounts', 'created_at'],
      ['segment_members', 'from_at'],
      ['assignments', 'from_at'],
    ]) {
      expect(one(`SELECT count(*) FROM ${table} WHERE ${column} > ${now}`), `${table}.${column}`).toBe(0);
    }
  });

  it('keeps one holder a slot, one tier and one place at a time, and no interval without length', () => {
    for (const [table, key] of [
      ['assignments', 'account_id, slot'],
      ['account_tiers', 'account_id'],
      ['placements', 'account_id'],
      ['segment_members', 'segment_id, record_id'],
    ]) {
      const overlapping = `SELECT count(*) FROM (
        SELECT from_at, lag(ifnull(to_at, 9e15)) OVER (PARTITION BY ${key} ORDER BY from_at) AS ended FROM ${table}
      ) WHERE ended > from_at`;
      expect(one(overlapping), table).toBe(0);
      expect(one(`SELECT count(*) FROM ${table} WHERE to_at <= from_at`), table).toBe(0);
    }
  });

  it('tells deals apart: closed ones have a day and a closed stage, open ones an open stage', () => {
    const stage = 'opportunities o JOIN stages s ON s.id = o.stage_id';
    expect(one(`SELECT count(*) FROM ${stage} WHERE (s.outcome = 'open') <> (o.closed_on IS NULL)`)).toBe(0);
    expect(one(`SELECT count(*) FROM ${stage} WHERE o.closed_on < o.created_on`)).toBe(0);
    const lastStage = `SELECT count(*) FROM opportunities o WHERE EXISTS (SELECT 1 FROM stage_changes c WHERE c.opportunity_id = o.id)
      AND o.stage_id <> (SELECT c.stage_id FROM stage_changes c WHERE c.opportunity_id = o.id ORDER BY c.changed_at DESC, c.id DESC)`;
    expect(one(lastStage)).toBe(0);
    expect(one('SELECT avg(account_id IS NULL) FROM opportunities')).toBeGreaterThan(0.005);
  });

  it('leaves some values out, as real data does', () => {
    const missing = (column: string) => one(`SELECT avg(${column} IS NULL) FROM accounts`);
    expect(missing('employees')).toBeCloseTo(0.06, 1);
    expect(missing('revenue')).toBeGreaterThan(0.14);
    expect(missing('revenue')).toBeLessThan(0.22);
    expect(missing('industry')).toBeGreaterThan(0.015);
    const unassigned =
      'SELECT avg(NOT EXISTS (SELECT 1 FROM placements p WHERE p.account_id = a.id)) FROM accounts a';
    expect(one(unassigned)).toBeGreaterThan(0.03);
    expect(one(unassigned)).toBeLessThan(0.1);
  });

  it('lets food producers win more than car suppliers, and answer more', () => {
    const winRate = (sub: string) =>
      one(`SELECT 1.0 * sum(s.outcome = 'won') / sum(s.outcome <> 'open') FROM opportunities o
        JOIN stages s ON s.id = o.stage_id JOIN accounts a ON a.id = o.account_id
        WHERE a.sub_industry = ${term('account.subIndustry', sub)} AND o.type = ${term('opportunity.type', 'new')}`);
    expect(winRate('Food production')).toBeGreaterThan(winRate('Automotive') + 0.15);
    const replyRate = (sub: string) =>
      one(`SELECT avg(EXISTS (SELECT 1 FROM activities r WHERE r.account_id = a.id AND r.type = ${term('activity.type', 'reply')}))
        FROM accounts a WHERE a.sub_industry = ${term('account.subIndustry', sub)} AND EXISTS
          (SELECT 1 FROM activities t WHERE t.account_id = a.id AND t.type = ${term('activity.type', 'touch')})`);
    expect(replyRate('Food production')).toBeGreaterThan(replyRate('Automotive'));
  });

  it('shows strong intent before many deals, far more often than on a day without one', () => {
    const hotBefore = (account: string, at: string) =>
      `EXISTS (SELECT 1 FROM signals s WHERE s.account_id = ${account} AND s.type = ${term('signal.type', 'intent')}
        AND s.strength >= 70 AND s.occurred_at <= ${at} AND s.occurred_at > ${at} - 5184000000)`;
    const recent = Math.floor(now / 86_400_000) - 240;
    const before = one(
      `SELECT avg(${hotBefore('o.account_id', 'o.created_at')}) FROM opportunities o WHERE o.created_on > ${recent} AND o.type = ${term('opportunity.type', 'new')}`,
    );
    const usual = one(`SELECT avg(${hotBefore('a.id', String(now - 90 * 86_400_000))}) FROM accounts a`);
    expect(before).toBeGreaterThan(0.3);
    expect(before).toBeGreaterThan(usual * 3);
  });
});
