import type { Actor } from './actor.ts';

/**
 * Which accounts a query may return or count: all of them, or those now assigned (any slot) to one of `repIds`.
 * A required argument of every query, so that forgetting a check finds nothing instead of everything.
 */
export type Scope = { all: true } | { all: false; repIds: number[] };

export function scopeOf(actor: Actor): Scope {
  if (actor.kind === 'system') return { all: true };
  if (actor.role === 'rep') return { all: false, repIds: actor.holderIds };
  if (actor.role === 'leader' && actor.leaderSees === 'team') return { all: false, repIds: actor.holderIds };
  return { all: true };
}
