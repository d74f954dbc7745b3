import 'server-only';
import type { PlanAccount } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import { changedEntities, fileVersion, lastChange, lastRowIds } from '../preview/data-version.ts';
import { loadPlanAccounts } from './plan-facts.ts';

/** Kinds of which a change leaves all that plans know of accounts as it was, most of all what planning itself writes. */
const harmless = new Set([
  ...['plan', 'holdover', 'segment', 'segmentMember', 'segmentDraft', 'segmentRefresh'],
  ...['activity', 'signal', 'contact', 'technology', 'opportunity', 'note', 'nextStep', 'snooze'],
  ...['view', 'user', 'token', 'job', 'audit'],
]);

type Facts = {
  source: string;
  version: number;
  change: number;
  lastId: number | null;
  accounts: PlanAccount[];
};

let facts: Facts | undefined;

/** What this connection itself has written is in no other version of the file. */
function sourceOf(connection: Connection): string {
  const own = connection.prepare<[], { changes: number }>('SELECT total_changes() AS changes').get();
  return `${connection.name}:${own?.changes ?? 0}`;
}

/** Says when a connection's database has changed, by others or by itself. */
export function stateOf(connection: Connection): string {
  return `${sourceOf(connection)}:${fileVersion(connection)}`;
}

/**
 * All accounts as plans see them. Reading them takes most of a planner's answer, so they are kept until a change is
 * written down that may be about them.
 */
export function planAccounts(connection: Connection): PlanAccount[] {
  const [source, version] = [sourceOf(connection), fileVersion(connection)];
  if (facts?.source === source && facts.version === version) return facts.accounts;
  const change = lastChange(connection);
  // Rows written past the change log have a higher id.
  const lastId = lastRowIds(connection).account ?? null;
  const isKept =
    facts?.source === source &&
    facts.lastId === lastId &&
    change > facts.change &&
    changedEntities(connection, facts.change).every((kind) => harmless.has(kind));
  const accounts = isKept && facts ? facts.accounts : loadPlanAccounts(connection);
  facts = { source, version, change, lastId, accounts };
  return accounts;
}
