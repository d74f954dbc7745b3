import { beforeAll, expect, it } from 'vitest';
import { planMoves } from '../queries/plans/plan-picture.ts';
import { loadCatalog } from '../queries/catalog/load-catalog.ts';
import { useTempStore } from '../testing/temp-store.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { openSession } from '#lib/evaluator/sqlite/session.ts';
import { answers } from '#lib/evaluator/sqlite/tasks.ts';
import { parseDefinition } from '#lib/rules/parse.ts';
import { seedDemo } from './seed-demo.ts';

const now = Date.UTC(2026, 10, 22, 15, 0, 0);
const DAY_MS = 86_400_000;
const held = useTempStore();

type Row = { id: number; name: string; definition: string; publishedAt: number; tierId: number | null };
let published: Row[] = [];

beforeAll(async () => {
  await seedDemo(held.current, { now, accounts: 4000 });
  published = held.current.connection
    .prepare<[], Row>(
      `SELECT s.id, s.name, s.tier_id AS tierId, v.definition, v.published_at AS publishedAt
       FROM segments s JOIN segment_versions v ON v.id = s.published_version_id WHERE s.status = 'published' ORDER BY s.id`,
    )
    .all();
});

function evaluated(definition: SegmentDefinition, asOf: number): Promise<Int32Array> | Int32Array {
  const session = openSession(held.current.connection);
  return answers.members(session, { definition, asOf, now, scope: { all: true } }, async () => {}, now);
}

function stored(segmentId: number, at: number): number[] {
  return held.current.connection
    .prepare<[number, number, number], number>(
      `SELECT record_id FROM segment_members WHERE segment_id = ? AND from_at <= ? AND (to_at IS NULL OR to_at > ?)
       ORDER BY record_id`,
    )
    .pluck()
    .all(segmentId, at, at);
}

it('stores rules that the parser takes as they are', () => {
  const catalog = loadCatalog(held.current.connection);
  const all = held.current.connection
    .prepare<[], { name: string; rule: string }>(
      `SELECT name, definition AS rule FROM segment_versions JOIN segments s ON s.id = segment_id
       UNION ALL SELECT name, draft FROM segments UNION ALL SELECT name, draft FROM territories WHERE draft IS NOT NULL`,
    )
    .all();
  expect(all.length).toBeGreaterThan(30);
  for (const { name, rule } of all) {
    const input: unknown = JSON.parse(rule);
    expect(parseDefinition(input, catalog), name).toEqual({ ok: true, value: input });
  }
});

it('has exactly the members that the evaluator finds now', async () => {
  expect(published).toHaveLength(14);
  for (const { id, name, definition } of published) {
    const found = await evaluated(JSON.parse(definition) as SegmentDefinition, now);
    expect([...found], name).toEqual(stored(id, now));
  }
});

it('had the members that the evaluator finds for days of the past, where only time decides', async () => {
  const timed = published.filter(({ name }) => /SAP|SaaS|Healthcare/.test(name));
  expect(timed).toHaveLength(3);
  for (const { id, name, definition, publishedAt } of timed) {
    for (const daysAgo of [1, 7, 31, 60, 91]) {
      const at = now - daysAgo * DAY_MS + 3_600_000 * (daysAgo % 24);
      if (at < publishedAt) continue;
      const found = await evaluated(JSON.parse(definition) as SegmentDefinition, at);
      const createdAt = held.current.connection
        .prepare<[number], number>('SELECT id FROM accounts WHERE created_at <= ?')
        .pluck()
        .all(at);
      const existed = new Set(createdAt);
      expect(
        [...found].filter((account) => existed.has(account)),
        `${name}, ${daysAgo} days ago`,
      ).toEqual(stored(id, at));
    }
  }
});

it('gives each account the tier that its segments and its own decide', () => {
  const wrong = held.current.connection
    .prepare<[], number>(
      `SELECT count(*) FROM accounts a
       LEFT JOIN account_tiers x ON x.account_id = a.id AND x.to_at IS NULL
       LEFT JOIN tiers own ON own.id = a.own_tier_id
       LEFT JOIN tiers t ON t.id = x.tier_id
       LEFT JOIN (SELECT m.record_id AS account_id, min(t.rank) AS rank FROM segment_members m
         JOIN segments s ON s.id = m.segment_id AND s.status = 'published' JOIN tiers t ON t.id = s.tier_id
         WHERE m.to_at IS NULL GROUP BY m.record_id) g ON g.account_id = a.id
       WHERE ifnull(t.rank, 0) <> coalesce(own.rank, g.rank, 0)`,
    )
    .pluck()
    .get();
  expect(wrong).toBe(0);
});

it('publishes a plan that its draft changes only where Nevada goes to another territory', async () => {
  const { connection } = held.current;
  const rules = connection
    .prepare<[], { id: number; planId: number; draft: string }>(
      "SELECT id, plan_id AS planId, draft FROM territories WHERE kind = 'rule'",
    )
    .all();
  const members: Record<number, Int32Array> = {};
  for (const { id, draft } of rules)
    members[id] = await evaluated(JSON.parse(draft) as SegmentDefinition, now);
  const moves = planMoves(connection, {
    planId: rules[0]?.planId ?? 0,
    members,
    today: Math.floor(now / 86_400_000),
    scope: { all: true },
  });
  const inNevada = connection
    .prepare<[], number>(
      `SELECT a.id FROM accounts a JOIN terms t ON t.id = a.state JOIN placements p ON p.account_id = a.id AND p.step = 'geography'
       WHERE t.label = 'US-NV' ORDER BY a.id`,
    )
    .pluck()
    .all();
  expect(moves.map((move) => move.accountId).sort((a, b) => a - b)).toEqual(inNevada);
});
