import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';

export type SignalCells = {
  accountId: number | null;
  accountText: string | null;
  contactId: number | null;
  type: number;
  topic: number | null;
  source: number | null;
  strength: number | null;
  quantity: number | null;
  amount: number | null;
  url: string | null;
  externalId: string | null;
  occurredAt: number;
};

/** How often the same fact is stored: by the source's id, else by account, person, type, topic, source, time, amount. */
export function knownSignal(connection: Connection, cells: SignalCells): number {
  if (cells.externalId !== null) {
    return (
      connection
        .prepare<unknown[], number>(
          'SELECT count(*) FROM signals WHERE account_id IS ? AND external_id = ? AND source IS ?',
        )
        .pluck()
        .get(cells.accountId, cells.externalId, cells.source) ?? 0
    );
  }
  return (
    connection
      .prepare<unknown[], number>(
        `SELECT count(*) FROM signals WHERE account_id IS ? AND account_text IS ? AND contact_id IS ? AND type = ?
           AND topic IS ? AND source IS ? AND occurred_at = ? AND amount IS ?`,
      )
      .pluck()
      .get(
        cells.accountId,
        cells.accountText,
        cells.contactId,
        cells.type,
        cells.topic,
        cells.source,
        cells.occurredAt,
        cells.amount,
      ) ?? 0
  );
}

/** Stores a signal; returns its row id. */
export function insertSignal(connection: Connection, cells: SignalCells): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO signals (account_id, account_text, contact_id, type, topic, source, strength, quantity, amount, url,
         url_folded, external_id, occurred_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      cells.accountId,
      cells.accountText,
      cells.contactId,
      cells.type,
      cells.topic,
      cells.source,
      cells.strength,
      cells.quantity,
      cells.amount,
      cells.url,
      cells.url === null ? null : foldText(cells.url),
      cells.externalId,
      cells.occurredAt,
    );
  return Number(lastInsertRowid);
}
