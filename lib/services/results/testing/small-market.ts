import type { Connection } from '#db/client.ts';
import { termWriter } from '#db/terms.ts';
import { parseIsoDay } from '#lib/shared/days.ts';
import { foldText } from '#lib/shared/text.ts';

/** Row ids of the small market, by what they are. */
export const rows = { split: 10, late: 11, anna: 1, bert: 2, mine: 1, both: 2, outside: 3, quiet: 4 };

const at = (iso: string) => Date.parse(`${iso}T12:00:00Z`);
const day = (iso: string | null) => (iso === null ? null : parseIsoDay(iso));

/**
 * Four accounts and eight deals, small enough to work every figure out by hand. `split` was published in June and lost
 * the account `mine` in September; `late` was published in August; `both` is in both of them.
 */
export function insertSmallMarket(connection: Connection): void {
  const term = termWriter(connection);
  const run = (sql: string, ...values: unknown[]) => connection.prepare(sql).run(...values);
  ['Mine', 'Both', 'Outside', 'Quiet'].forEach((name, index) => {
    run(
      'INSERT INTO accounts (id, name, name_folded, industry, created_at, updated_at) VALUES (?, ?, ?, ?, 0, 0)',
      index + 1,
      name,
      foldText(name),
      term('account.industry', index < 2 ? 'Retail' : 'Energy'),
    );
  });
  run(
    `INSERT INTO reps (id, name, name_folded, quota_amount, created_at, updated_at) VALUES (1, 'Anna', 'ANNA', 1000, 0, 0)`,
  );
  run(
    `INSERT INTO reps (id, name, name_folded, manager_id, quota_amount, created_at, updated_at) VALUES (2, 'Bert', 'BERT', 1, 400, 0, 0)`,
  );
  run(`INSERT INTO assignments (account_id, slot, rep_id, source, from_at) VALUES (1, 'ae', 1, 'hand', 0)`);
  run(`INSERT INTO assignments (account_id, slot, rep_id, source, from_at) VALUES (2, 'ae', 2, 'hand', 0)`);
  const stages = [
    ['Open', 'open', 0.2],
    ['Qualified', 'open', 0.5],
    ['Won', 'won', 1],
    ['Lost', 'lost', 0],
  ] as const;
  stages.forEach(([name, outcome, probability], index) => {
    run(
      'INSERT INTO stages (id, name, name_folded, term_id, position, outcome, probability_rate) VALUES (?, ?, ?, ?, ?, ?, ?)',
      index + 1,
      name,
      foldText(name),
      term('opportunity.stage', name),
      index + 1,
      outcome,
      probability,
    );
  });
  insertSegments(run);
  insertDeals(run);
  insertActivities(run, term);
}

type Run = (sql: string, ...values: unknown[]) => void;

function insertSegments(run: Run): void {
  const published: [number, string, string][] = [
    [rows.split, 'Split', '2026-06-01'],
    [rows.late, 'Late', '2026-08-01'],
  ];
  for (const [id, name, since] of published) {
    run(
      `INSERT INTO segments (id, name, name_folded, status, draft, created_at, updated_at) VALUES (?, ?, ?, 'published', '{}', 0, 0)`,
      id,
      name,
      foldText(name),
    );
    run(
      `INSERT INTO segment_versions (segment_id, number, definition, digest, published_at) VALUES (?, 1, '{}', '', ?)`,
      id,
      at(since),
    );
  }
  const member = (segment: number, account: number, from: string, to: string | null) =>
    run(
      `INSERT INTO segment_members (segment_id, record_id, from_at, to_at, enter_cause) VALUES (?, ?, ?, ?, 'published')`,
      segment,
      account,
      at(from),
      to === null ? null : at(to),
    );
  member(rows.split, rows.mine, '2026-06-01', '2026-09-01');
  member(rows.split, rows.both, '2026-06-01', null);
  member(rows.late, rows.both, '2026-08-01', null);
}

function insertDeals(run: Run): void {
  const deals: [number, number | null, number, number, number | null, string | null, string | null][] = [
    // id, account, owner, stage, amount, created, closed
    [1, rows.mine, rows.anna, 3, 100, '2026-07-15', '2026-08-20'],
    [2, rows.mine, rows.anna, 4, null, '2026-10-01', '2026-10-20'],
    [3, rows.both, rows.bert, 3, null, '2026-05-01', '2026-06-15'],
    [4, rows.outside, rows.bert, 3, 300, '2026-09-01', '2026-09-30'],
    [5, null, rows.anna, 4, 20, '2026-09-01', '2026-09-10'],
    [6, rows.both, rows.bert, 2, 50, '2026-10-10', null],
    [7, rows.both, rows.bert, 3, 70, null, null],
    [8, null, rows.bert, 1, null, '2026-11-01', null],
  ];
  for (const [id, account, owner, stage, amount, created, closed] of deals) {
    run(
      `INSERT INTO opportunities (id, account_id, owner_id, stage_id, amount, created_on, closed_on, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)`,
      id,
      account,
      owner,
      stage,
      amount,
      day(created),
      day(closed),
    );
  }
  const change = (deal: number, stage: number, iso: string) =>
    run(
      'INSERT INTO stage_changes (opportunity_id, stage_id, changed_at) VALUES (?, ?, ?)',
      deal,
      stage,
      at(iso),
    );
  change(6, 1, '2026-10-10');
  change(6, 2, '2026-11-01');
  change(2, 1, '2026-10-01');
  change(2, 2, '2026-10-05');
  change(2, 4, '2026-10-20');
}

function insertActivities(run: Run, term: ReturnType<typeof termWriter>): void {
  const log = (account: number, type: string, iso: string, outcome: string | null = null) =>
    run(
      'INSERT INTO activities (account_id, type, outcome, owner_id, occurred_at, created_at) VALUES (?, ?, ?, 1, ?, 0)',
      account,
      term('activity.type', type),
      outcome === null ? null : term('activity.outcome', outcome),
      at(iso),
    );
  log(rows.mine, 'touch', '2026-07-01');
  log(rows.mine, 'reply', '2026-07-03', 'positive_reply');
  log(rows.mine, 'meeting', '2026-07-10', 'no_show');
  log(rows.both, 'touch', '2025-12-01');
  log(rows.both, 'touch', '2026-03-01');
  log(rows.both, 'reply', '2026-03-02', 'positive_reply');
  log(rows.outside, 'touch', '2026-09-05');
  log(rows.outside, 'reply', '2026-09-06', 'out_of_office');
  log(rows.outside, 'meeting', '2026-09-20', 'meeting_held');
  log(rows.quiet, 'reply', '2026-09-20', 'positive_reply');
  log(rows.quiet, 'touch', '2026-10-01');
}
