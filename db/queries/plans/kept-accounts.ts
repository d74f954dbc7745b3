import 'server-only';
import type { PlanAccount } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import { changedEntities, fileVersion, lastChange, lastRowIds } from '../preview/data-version.ts';
import { loadPlanAccounts } from './plan-facts.ts';

/** Kinds of which a change leaves plans as they are: whom rules take is asked of the evaluator each time. */
export const besidePlans: readonly string[] = [
  ...['activity', 'signal', 'contact', 'technology', 'opportunity', 'note', 'nextStep', 'snooze'],
  ...['segment', 'segmentMember', 'segmentDraft', 'segmentRefresh', 'view', 'user', 'token', 'job', 'audit'],
];

/** What changes of which kinds leave as it was: drafts, what they know of accounts, whose pipeline open deals are in them. */
const harmless = {
  drafts: new Set(besidePlans),
  accounts: new Set([...besidePlans, 'plan', 'holdover']),
  deals: new Set(besidePlans.filter((kind) => kind !== 'opportunity')),
};

type Seen = { source: string; version: number; change: number; lastId: number | null; state: number };

const seen = new Map<keyof typeof harmless, Seen>();

/**
 * A number that stays while nothing was written that may be about this. A write that no change names counts as one about
 * everything.
 */
export function planState(connection: Connection, of: keyof typeof harmless): number {
  const own = connection.prepare<[], { changes: number }>('SELECT total_changes() AS changes').get();
  // What this connection itself has written is in no other version of the file.
  const source = `${connection.name}:${own?.changes ?? 0}`;
  const version = fileVersion(connection);
  const before = seen.get(of);
  if (before?.source === source && before.version === version) return before.state;
  const change = lastChange(connection);
  // Rows written past the change log have a higher id.
  const lastId = lastRowIds(connection).account ?? null;
  const isSame =
    before?.source === source &&
    before.lastId === lastId &&
    change > before.change &&
    changedEntities(connection, before.change).every((kind) => harmless[of].has(kind));
  const state = (before?.state ?? 0) + (isSame ? 0 : 1);
  seen.set(of, { source, version, change, lastId, state });
  return state;
}

let kept: { state: number; accounts: readonly PlanAccount[] } | undefined;

/**
 * All accounts as plans see them. Reading them takes most of a planner's answer, so they are kept until a change is
 * written down that may be about them. Callers share them and must not change them.
 */
export function planAccounts(connection: Connection): readonly PlanAccount[] {
  const state = planState(connection, 'accounts');
  if (kept?.state !== state) kept = { state, accounts: loadPlanAccounts(connection) };
  return kept.accounts;
}
