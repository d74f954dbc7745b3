import 'server-only';
import { z } from 'zod';
import { store } from '#db/client.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { type TimelineItem, timelineKinds } from '#lib/shared/account-shapes.ts';
import { decodeCursor, encodeCursor } from '#lib/shared/cursor.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requireAccount } from './require-account.ts';

export type TimelineQuestion = {
  kind?: TimelineItem['kind'][] | undefined;
  limit: number;
  cursor?: string | undefined;
};

const place = z.object({ at: z.number(), key: z.string() });

/** Signals, activities, deals and their stages, tiers, owners and segments of one account in one line, latest first. */
export async function accountTimeline(
  ctx: Context,
  id: string,
  question: TimelineQuestion,
  signal?: AbortSignal,
): Promise<{ items: TimelineItem[]; nextCursor: string | null }> {
  requireCan(ctx.actor, 'accounts.read');
  const account = requireAccount(ctx, store().connection, id);
  const { items, next } = await heavyRead(
    'timelineRows',
    {
      accountId: account.id,
      kinds: question.kind && question.kind.length > 0 ? question.kind : [...timelineKinds],
      after: question.cursor === undefined ? null : decodeCursor(question.cursor, place),
      limit: question.limit,
      now: ctx.now,
    },
    { signal },
  );
  return { items, nextCursor: next && encodeCursor(next) };
}
