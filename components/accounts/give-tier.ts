'use client';
import { api, problemText } from '#components/api-client.ts';
import { toast, toastError, toastUndo } from '#components/ui/toast.ts';
import { formatCount } from '#lib/shared/format.ts';
import { assignedTiersShape } from '#lib/shared/tier-shapes.ts';

const BATCH = 10_000;
type Before = { tierId: string | null; accountIds: string[] };

/** Batch by batch; where one is refused, what the batches before it did stays known beside the refusal. */
async function assign(accountIds: string[], tierId: string | null, ifTierId?: string | null) {
  const before: Before[] = [];
  let changed = 0;
  try {
    for (let start = 0; start < accountIds.length; start += BATCH) {
      const body = { accountIds: accountIds.slice(start, start + BATCH), tierId, ifTierId };
      const done = await api('/tiers/assign', { method: 'POST', body, schema: assignedTiersShape });
      changed += done.changed;
      before.push(...done.before);
    }
  } catch (error) {
    return { changed, before, refusal: problemText(error) };
  }
  return { changed, before, refusal: null };
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
  const { changed, before, refusal } = await assign(accountIds, tier?.id ?? null);
  if (refusal !== null) toastError(refusal);
  if (changed === 0) {
    if (refusal === null) {
      toast(
        tier ? `Nothing to change: ${tier.name} is set already` : 'Nothing to change: no tier of their own',
      );
    }
    return;
  }
  onChanged();
  const who = whom ?? formatCount(changed, 'account');
  const takeBack = async () => {
    for (const group of before) {
      const back = await assign(group.accountIds, group.tierId, tier?.id ?? null);
      if (back.refusal !== null) toastError(back.refusal);
    }
    onChanged();
  };
  toastUndo(
    tier ? `${who} set to ${tier.name}` : `${who} lost ${whom ? 'its' : 'their'} own tier`,
    () => void takeBack(),
  );
}
