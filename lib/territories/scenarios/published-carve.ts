import { books } from '../books.ts';
import type { Carve } from '../carve.ts';
import type { PlanAccount } from '../plan-model.ts';

/** What is in force as a carve: every account lies and is held as published, and nothing moves. */
export function publishedCarve(accounts: readonly PlanAccount[]): Carve {
  const held = books(accounts, (account) => account.holders);
  return {
    accounts,
    assigned: new Map(
      accounts.map(({ id, territoryId, holders }) => [
        id,
        {
          accountId: id,
          place: {
            accountId: id,
            territoryId,
            step: territoryId === null ? ('unassigned' as const) : ('named' as const),
            reason: null,
            losing: [],
          },
          holders,
          reasons: {},
          words: {},
        },
      ]),
    ),
    before: held,
    after: held,
    moves: [],
  };
}
