'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import { type TierExplanation, tierExplanationShape } from '#lib/shared/tier-shapes.ts';
import { giveTier } from './give-tier.ts';
import { TierMenu } from './tier-menu.tsx';
import { tierCause } from './tier-words.ts';
import { useApi } from './use-api.ts';

type Named = { id: string; name: string };

/** The tier of one account: what gave it, which ones lost against it, and a tier of its own to give. */
export function AccountTier({
  account,
  tiers,
  maySet,
  turn,
  day,
  onChanged,
}: {
  account: Named;
  tiers: readonly Named[];
  maySet: boolean;
  /** Counts the changes of the page; the tier is read again after each. */
  turn: number;
  day: (at: number) => string;
  onChanged: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const tier = useApi(`/accounts/${account.id}/tier`, tierExplanationShape, turn);
  const own = tier.value?.winner?.cause === 'account' ? tier.value.winner.tier.id : null;

  async function give(chosen: Named | null): Promise<void> {
    if (busy || !tier.value || (chosen?.id ?? null) === own) return;
    setBusy(true);
    await giveTier([account.id], chosen, { whom: account.name, onChanged });
    setBusy(false);
  }

  return (
    <>
      <SectionHeader
        title="Tier"
        actions={
          maySet &&
          tier.value && (
            <TierMenu
              tiers={tiers}
              own={own}
              none="No tier of its own"
              onChoose={(chosen) => void give(chosen)}
              trigger={
                <Button variant="ghost" size="sm" busy={busy}>
                  Set tier
                </Button>
              }
            />
          )
        }
      />
      {tier.problem && <p className="py-1 text-ink-3">{tier.problem}</p>}
      {!tier.value && !tier.problem && <SkeletonRows rows={1} label="Loading the tier" />}
      {tier.value && <TierWords tier={tier.value} day={day} />}
    </>
  );
}

function TierWords({ tier, day }: { tier: TierExplanation; day: (at: number) => string }) {
  const { winner, losing, sinceAt } = tier;
  if (!winner) return <p className="py-1 text-ink-3">No tier: neither its own nor from a segment.</p>;
  return (
    <ul>
      <li className="flex min-h-7 items-center gap-2">
        <Swatch id={winner.tier.id} />
        <span className="shrink-0 font-medium">{winner.tier.name}</span>
        <span className="min-w-0 flex-1 truncate text-ink-2">{tierCause(winner)}</span>
        {sinceAt !== null && <span className="shrink-0 text-12 text-ink-3">since {day(sinceAt)}</span>}
      </li>
      {losing.map((source, index) => (
        <li key={`${source.tier.id}-${index}`} className="flex min-h-7 items-center gap-2 text-ink-3">
          <Swatch id={source.tier.id} />
          <span className="shrink-0">{source.tier.name}</span>
          <span className="min-w-0 flex-1 truncate">{tierCause(source)}</span>
          <span className="shrink-0 text-12">lost</span>
        </li>
      ))}
    </ul>
  );
}
