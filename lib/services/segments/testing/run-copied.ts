import Database from 'better-sqlite3';
import { formatIsoInstant } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '#db/client.ts';

/** Public ids that copied SQL finds over the tables of the logical schema, filled from the store. */
export function runCopied(from: Connection, sql: string | null): string[] {
  const copied = new Database(':memory:');
  copied.exec(
    `CREATE TABLE accounts (id TEXT, name TEXT, employees REAL);
     CREATE TABLE segment_pins (segment_id TEXT, record_id TEXT, side TEXT, from_at TEXT, to_at TEXT)`,
  );
  const all = <Row>(text: string) => from.prepare<[], Row>(text).all();
  const addAccount = copied.prepare('INSERT INTO accounts (id, employees) VALUES (?, ?)');
  for (const { id, employees } of all<{ id: number; employees: number | null }>(
    'SELECT id, employees FROM accounts WHERE archived_at IS NULL',
  )) {
    addAccount.run(toPublicId('account', id), employees);
  }
  const addPin = copied.prepare('INSERT INTO segment_pins VALUES (?, ?, ?, ?, ?)');
  type PinRow = { segment: number; record: number; side: string; since: number; to: number | null };
  for (const { segment, record, side, since, to } of all<PinRow>(
    `SELECT segment_id AS segment, record_id AS record, side, from_at AS since,
            min(ifnull(to_at, 9e15), ifnull(expires_at, 9e15)) AS "to" FROM segment_pins`,
  )) {
    const until = to === null || to > 8e15 ? null : formatIsoInstant(to);
    addPin.run(
      toPublicId('segment', segment),
      toPublicId('account', record),
      side,
      formatIsoInstant(since),
      until,
    );
  }
  return copied
    .prepare<[], string>(sql ?? '')
    .pluck()
    .all()
    .sort();
}
