import { store } from '#db/client.ts';
import { repChanges } from '#db/queries/plans/rep-history.ts';
import type { Context } from '#lib/permissions/context.ts';
import { getRep } from '#lib/services/reps/list.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';

const ACCOUNTS = 500;

/** What came to a rep or pool and what went, latest first, one entry per instant and version. Throws as `getRep`. */
export function repHistory(ctx: Context, id: string) {
  const { name } = getRep(ctx, id);
  const changes = repChanges(store().connection, toRowId('rep', id));
  const groups = [...Map.groupBy(changes, ({ at, planNumber }) => `${at} ${planNumber}`).values()];
  return {
    rep: { id, name },
    items: groups.flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const came = group.filter(({ way }) => way === 'came').length;
      return [
        {
          at: first.at,
          planNumber: first.planNumber,
          note: first.isByPublish === 1 ? first.note : null,
          isByPublish: first.isByPublish === 1,
          came,
          went: group.length - came,
          accounts: group
            .slice(0, ACCOUNTS)
            .map(({ accountId, account, way, slot, otherId, other, reason }) => ({
              id: toPublicId('account', accountId),
              name: account,
              way,
              slot,
              other: otherId === null ? null : { id: toPublicId('rep', otherId), name: other ?? '' },
              reason,
            })),
        },
      ];
    }),
    nextCursor: null,
  };
}
