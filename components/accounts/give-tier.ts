'use client';
import { api } from '#components/api-client.ts';
import { toast, toastError, toastUndo } from '#components/ui/toast.ts';
import { formatCount } from '#lib/shared/format.ts';
import { assignedTiersShape } from '#lib/shared/tier-shapes.ts';
import { problemText } from './use-api.ts';

const BATCH = 10_000;
type Before = { tierId: string | null; accountIds: string[] };

async function assign(accountIds: string[], tierId: string | null, ifTierId?: string | null) {
  const before: Before[] = [];
  let changed = 0;
  for (let start = 0; start < accountIds.length; start += BATCH) {
    const body = { accountIds: accountIds.slice(start, start + BATCH), tierId, ifTierId };
    const done = await api('/tiers/assign', { method: 'POST', body, schema: assignedTiersShape });
    changed += done.changed;
    before.push(...done.before);
  }
  return { changed, before };
}

/**
 * Gives accounts a tier of their own, or with null takes it away, and says so with a way back; the way back leaves
 * alone what somebody changed since. `whom` names a single account. Refusals are said in the API's words.
 */
export async function giveTier(
  accountIds: string[],
  tier: { id: string; name: string } | null,
  { whom, onChanged }: { whom?: string | undefined; onChanged: () => void },
): Promise<void> {
  const run = async () => {
    const { changed, before } = await assign(accountIds, tier?.id ?? null);
    const who = whom ?? formatCount(changed, 'account');
    if (changed === 0) {
      toast(
        tier ? `Nothing to change: ${tier.name} is set already` : 'Nothing to change: no tier of their own',
      );
      return;
    }
    onChanged();
    toastUndo(tier ? `${who} set to ${tier.name}` : `${who} lost ${whom ? 'its' : 'their'} own tier`, () => {
      void takeBack(before).catch((error: unknown) => toastError(problemText(error)));
    });
  };
  const takeBack = async (before: Before[]) => {
    for (const group of before) await assign(group.accountIds, group.tierId, tier?.id ?? null);
    onChanged();
  };
  await run().catch((error: unknown) => toastError(problemText(error)));
}
