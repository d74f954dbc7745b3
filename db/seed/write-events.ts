import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../client.ts';
import type { DemoActivity } from './activities.ts';
import { sheet } from './sheet.ts';
import type { DemoSignal } from './signals.ts';
import type { DemoTechnology } from './technologies.ts';
import type { TermCell } from './term-cells.ts';

export function technologySheet(connection: Connection, term: TermCell, importId: number) {
  const rows = sheet(connection, 'technologies', [
    'account_id',
    'name',
    'category',
    'first_seen_at',
    'last_seen_at',
    'import_id',
  ]);
  return (accountId: number, { name, category, firstSeenAt, lastSeenAt }: DemoTechnology): void => {
    const nameId = term('technology.name', name);
    rows.add([accountId, nameId, term('technology.category', category), firstSeenAt, lastSeenAt, importId]);
  };
}

export function signalSheet(connection: Connection, term: TermCell, importId: number) {
  const rows = sheet(connection, 'signals', [
    'account_id',
    'contact_id',
    'type',
    'topic',
    'source',
    'strength',
    'quantity',
    'amount',
    'url',
    'url_folded',
    'occurred_at',
    'import_id',
  ]);
  return (accountId: number, signal: DemoSignal): void => {
    rows.add([
      accountId,
      signal.contactId ?? null,
      term('signal.type', signal.type),
      term('signal.topic', signal.topic),
      term('signal.source', signal.source),
      signal.strength ?? null,
      signal.quantity ?? null,
      signal.amount ?? null,
      signal.url ?? null,
      signal.url === undefined ? null : foldText(signal.url),
      signal.occurredAt,
      importId,
    ]);
  };
}

export function activitySheet(connection: Connection, term: TermCell, importId: number) {
  const rows = sheet(connection, 'activities', [
    'account_id',
    'contact_id',
    'type',
    'channel',
    'outcome',
    'campaign',
    'owner_id',
    'note',
    'occurred_at',
    'scheduled_at',
    'import_id',
    'created_at',
  ]);
  return (accountId: number, activity: DemoActivity, note: string | null = null): void => {
    rows.add([
      accountId,
      activity.contactId,
      term('activity.type', activity.type),
      term('activity.channel', activity.channel),
      term('activity.outcome', activity.outcome),
      term('activity.campaign', activity.campaign),
      activity.ownerId,
      note,
      activity.occurredAt,
      activity.scheduledAt,
      importId,
      activity.occurredAt ?? activity.scheduledAt,
    ]);
  };
}
