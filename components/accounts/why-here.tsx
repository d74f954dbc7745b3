'use client';
import { useState } from 'react';
import { ExplainBody } from '#components/segments/explain-panel.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { Select } from '#components/ui/select.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import { tierExplanationShape } from '#lib/shared/tier-shapes.ts';
import { accountPlaceShape } from './place-shape.ts';
import { tierCause } from './tier-words.ts';
import { useApi } from './use-api.ts';

type Named = { id: string; name: string };

const slotName = (slot: string) => slotLabels[slot as keyof typeof slotLabels] ?? slot;

function Holding({ accountId }: { accountId: string }) {
  const place = useApi(`/accounts/${accountId}/place`, accountPlaceShape);
  if (place.problem) return <p className="text-ink-2">{place.problem}</p>;
  if (!place.value) return <SkeletonRows rows={2} label="Looking who holds it" />;
  const now = place.value.holders.filter((holder) => holder.to === null);
  const territory = place.value.places.find((found) => found.to === null);
  return (
    <ul className="flex flex-col gap-1">
      {now.map((holder) => (
        <li key={`${holder.slot}-${holder.repId}`}>
          <span className="font-medium">{holder.name}</span> as {slotName(holder.slot)}
          {holder.isLocked && ', locked'}
          {holder.reason && <span className="text-ink-2">: {holder.reason}</span>}
        </li>
      ))}
      {now.length === 0 && <li>Nobody holds it now.</li>}
      {territory && (
        <li>
          In the territory <span className="font-medium">{territory.name}</span>
          <span className="text-ink-2">, by {territory.step}</span>
        </li>
      )}
    </ul>
  );
}

function TierCause({ accountId }: { accountId: string }) {
  const tier = useApi(`/accounts/${accountId}/tier`, tierExplanationShape);
  if (tier.problem) return <p className="text-ink-2">{tier.problem}</p>;
  if (!tier.value) return <SkeletonRows rows={1} label="Looking for its tier" />;
  const { winner, losing } = tier.value;
  if (!winner) return <p>It has no tier: neither its own nor from a segment.</p>;
  return (
    <p>
      <span className="font-medium">{winner.tier.name}</span>, {tierCause(winner)}
      {losing.length > 0 && (
        <span className="text-ink-2">
          . It wins over {losing.map((source) => `${source.tier.name} ${tierCause(source)}`).join(', ')}
        </span>
      )}
      .
    </p>
  );
}

/** Why an account stands in somebody's list: who holds it by which step, what gave its tier, why it is in a segment. */
export function WhyHere({
  account,
  segments,
  timeZone,
  open,
  onOpenChange,
}: {
  account: Named;
  segments: readonly Named[];
  timeZone: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const segmentId = chosen ?? segments[0]?.id;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} width={560} title={`Why is ${account.name} here?`}>
      <div className="flex flex-col gap-3">
        <section>
          <SectionHeader title="Held by" />
          <Holding accountId={account.id} />
        </section>
        <section>
          <SectionHeader title="Tier" />
          <TierCause accountId={account.id} />
        </section>
        <section>
          <SectionHeader
            title="Segment"
            actions={
              segmentId &&
              segments.length > 1 && (
                <Select
                  size="sm"
                  label="Segment to explain"
                  value={segmentId}
                  onValueChange={setChosen}
                  options={segments.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )
            }
          />
          {segmentId ? (
            <ExplainBody recordId={account.id} segmentId={segmentId} timeZone={timeZone} />
          ) : (
            <p className="text-ink-2">It is in no published segment now.</p>
          )}
        </section>
      </div>
    </Dialog>
  );
}
