import 'server-only';
import type { z } from 'zod';
import type { Connection } from '#db/client.ts';
import { accountByText } from '#db/queries/imports/account-by-text.ts';
import { contactFinder } from '#db/queries/imports/find-records.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { insertSignal, knownSignal, type SignalCells } from '#db/queries/signals/signal-rows.ts';
import { termWriter } from '#db/terms.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import type { SignalInput, signalBatchResult } from '#lib/shared/activity-shapes.ts';
import { parsePublicId } from '#lib/shared/ids.ts';

export type SignalBatchResult = z.output<typeof signalBatchResult>;

/** A clock that runs ahead a little is not the future. */
const AHEAD_MS = 5 * 60_000;
/** Up to so many are told one by one, so that whoever keeps in step need not read all signals again. */
const MANY = 200;

/**
 * Stores signals as they happen. Each finds its account by public id, CRM id, web domain or name; one whose account
 * nobody knows is kept unlinked and tried again after each account import. A signal that is stored already (the same
 * source id, or the same fact) is not stored twice. One that cannot be read is listed and leaves the others alone.
 */
export async function sendSignals(ctx: Context, signals: readonly SignalInput[]): Promise<SignalBatchResult> {
  requireCan(ctx.actor, 'signals.create');
  return write(ctx, (tx) => {
    const { connection } = tx;
    const link = accountLinker(connection);
    const contacts = contactFinder(connection);
    const term = termWriter(connection);
    const result: SignalBatchResult = { created: 0, known: 0, unmatched: 0, problems: [] };
    const created: { recordId: number; accountId: number | null }[] = [];
    const seen = new Map<string, number>();
    signals.forEach((signal, index) => {
      const complain = (code: string, message: string) => result.problems.push({ index, code, message });
      if (signal.occurredAt > ctx.now + AHEAD_MS) return complain('future', 'This signal lies ahead.');
      const type = term('signal.type', signal.type);
      if (type === null) return complain('blank', 'A signal needs a type.');
      const account = link(signal);
      if ('problem' in account) return complain('account', account.problem);
      const cells: SignalCells = {
        accountId: account.id,
        accountText: account.text,
        contactId: signal.contactEmail ? contacts(signal.contactEmail) : null,
        type,
        topic: signal.topic ? term('signal.topic', signal.topic) : null,
        source: signal.source ? term('signal.source', signal.source) : null,
        strength: signal.strength ?? null,
        quantity: signal.quantity ?? null,
        amount: signal.amount ?? null,
        url: signal.url ?? null,
        externalId: signal.externalId ?? null,
        occurredAt: signal.occurredAt,
      };
      // The n-th copy within one batch is the n-th stored one: sending the same batch again doubles nothing.
      const identity = JSON.stringify({ ...cells, strength: 0, quantity: 0, url: 0 });
      const nth = (seen.get(identity) ?? 0) + 1;
      seen.set(identity, nth);
      if (knownSignal(connection, cells) >= nth) {
        result.known++;
        return;
      }
      created.push({ recordId: insertSignal(connection, cells), accountId: account.id });
      result.created++;
      if (account.id === null) result.unmatched++;
    });
    if (result.created === 0) return result;
    tx.audit({
      action: 'signal.send',
      entity: 'signal',
      summary: `Stored ${result.created} signals, ${result.unmatched} of them without an account.`,
      after: { created: result.created, known: result.known, unmatched: result.unmatched },
    });
    if (created.length > MANY) tx.changed({ entity: 'signal', recordId: null, op: 'bulk' });
    else for (const one of created) tx.changed({ entity: 'signal', ...one, op: 'create' });
    refreshSegmentsLater(tx);
    return result;
  });
}

type Linked = { id: number | null; text: string | null } | { problem: string };

function accountLinker(connection: Connection): (signal: SignalInput) => Linked {
  const { mainSystem } = workspaceSettings(connection);
  const byText = accountByText(connection, ['externalId', 'domain', 'name'], mainSystem);
  const exists = connection.prepare('SELECT 1 FROM accounts WHERE id = ?');
  return ({ accountId, account }) => {
    if (accountId !== undefined) {
      const rowId = parsePublicId('account', accountId);
      if (rowId !== null && exists.get(rowId)) return { id: rowId, text: null };
      return { problem: `There is no account "${accountId}".` };
    }
    if (account === undefined)
      return { problem: 'Say which account: accountId, or account with an id, domain or name.' };
    const rowId = parsePublicId('account', account);
    if (rowId !== null && exists.get(rowId)) return { id: rowId, text: null };
    const found = byText.find(account);
    if (found.kind === 'match') return { id: found.id, text: null };
    if (found.kind === 'reject') return { problem: found.message };
    return { id: null, text: account };
  };
}
