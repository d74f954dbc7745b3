import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { processSingleton } from '#lib/shared/process-singleton.ts';
import { type Connection, type Orm, type Store, store } from './client.ts';

export type AuditEntry = {
  /** `noun.verb`, for example `segment.publish`. */
  action: string;
  entity: string;
  recordId?: number | null;
  /** One sentence a person understands. */
  summary: string;
  before?: unknown;
  after?: unknown;
  reason?: string | null;
  /** Who did it, when only this write makes them known: set-up, an accepted link, single sign-on. Default: the actor. */
  by?: { userId: number; name: string };
};

export type Change = {
  entity: string;
  /** null = many records: read all again. */
  recordId: number | null;
  /** Account whose segments this may change, when there is just one. */
  accountId?: number | null;
  op: 'create' | 'update' | 'delete' | 'bulk';
};

/** What a write body works with. Synchronous only: nothing may be awaited between BEGIN and COMMIT. */
export type Tx = {
  orm: Orm;
  connection: Connection;
  /** Notes who did what; returns the entry's row id. */
  audit: (entry: AuditEntry) => number;
  changed: (change: Change) => void;
};

type Listener = (changes: Change[]) => void;

function listeners(): Set<Listener> {
  return processSingleton('write-listeners', () => new Set<Listener>());
}

/** Calls `listener` after each commit of this process with what changed; returns how to stop. */
export function onCommit(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
}

/**
 * An import leaves the lock for 3 ms after each batch: whoever waits looks often enough not to miss that, and seldom once
 * it is no import that holds it. Together about 15 seconds of waiting.
 */
const QUICK_ATTEMPTS = 200;
const MAX_ATTEMPTS = QUICK_ATTEMPTS + 740;

/**
 * The only door for writing: BEGIN IMMEDIATE, a synchronous body, its audit entries and change-log rows, COMMIT,
 * then the listeners. While another connection writes it waits without blocking the thread. Never nested: shared
 * steps take `tx`. Whatever the body throws rolls everything back and is thrown on.
 */
export async function write<T>(ctx: Context, body: (tx: Tx) => T, on: Store = store()): Promise<T> {
  const { connection, orm } = on;
  for (let attempt = 0; !tryBegin(connection); attempt++) {
    if (attempt >= MAX_ATTEMPTS) {
      throw appError('unavailable', 'The database is busy with another write. Please try again in a moment.');
    }
    await sleep(attempt < QUICK_ATTEMPTS ? 1 : 20);
  }
  // From here to COMMIT nothing may be awaited: another write of this thread would land in this transaction.
  const changes: Change[] = [];
  let result: T;
  try {
    const insertAudit = connection.prepare(
      `INSERT INTO audit (at, user_id, actor, action, entity, record_id, summary, before, after, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const insertChange = connection.prepare(
      'INSERT INTO change_log (entity, record_id, account_id, op, at) VALUES (?, ?, ?, ?, ?)',
    );
    result = body({
      orm,
      connection,
      audit: (entry) => {
        const { lastInsertRowid } = insertAudit.run(
          ctx.now,
          entry.by?.userId ?? ctx.actor.userId,
          entry.by?.name ?? ctx.actor.name,
          entry.action,
          entry.entity,
          entry.recordId ?? null,
          entry.summary,
          toJson(entry.before),
          toJson(entry.after),
          entry.reason ?? null,
        );
        return Number(lastInsertRowid);
      },
      changed: (change) => {
        changes.push(change);
        insertChange.run(change.entity, change.recordId, change.accountId ?? null, change.op, ctx.now);
      },
    });
    if (result instanceof Promise) throw new Error('A write body must be synchronous.');
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
  if (changes.length > 0) for (const listener of listeners()) listener(changes);
  return result;
}

/** Whether the transaction began; false while another connection writes. */
function tryBegin(connection: Connection): boolean {
  try {
    connection.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

function toJson(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
