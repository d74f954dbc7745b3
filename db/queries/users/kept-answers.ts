import 'server-only';
import type { Connection } from '../../client.ts';

export type KeptAnswer = { requestDigest: string; status: number; body: string };

/** The answer that was given to a person under an Idempotency-Key, or null. */
export function findKeptAnswer(connection: Connection, userId: number, key: string): KeptAnswer | null {
  const row = connection
    .prepare<[number, string], KeptAnswer>(
      `SELECT request_digest AS requestDigest, status, body FROM idempotency_keys WHERE user_id = ? AND key = ?`,
    )
    .get(userId, key);
  return row ?? null;
}

export function insertKeptAnswer(
  connection: Connection,
  answer: KeptAnswer & { userId: number; key: string; createdAt: number },
): void {
  connection
    .prepare(
      `INSERT INTO idempotency_keys (user_id, key, request_digest, status, body, created_at)
       VALUES (@userId, @key, @requestDigest, @status, @body, @createdAt) ON CONFLICT DO NOTHING`,
    )
    .run(answer);
}
