'use client';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { ExplainBody } from '#components/segments/explain-panel.tsx';
import { ChooseSegment } from '#components/segments/choose-segment.tsx';
import { KeptHere } from '#components/holdovers/kept-here.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import type { Account } from '#lib/shared/account-shapes.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import type { AccountFacts } from './account-page.tsx';
import { AccountTier } from './account-tier.tsx';
import { dayWords } from './day-words.ts';
import { type AccountPlace, accountPlaceShape } from './place-shape.ts';
import { useApi } from './use-api.ts';

const section = 'border-b border-line px-4 py-2 last:border-b-0';
const slotName = (slot: string) => slotLabels[slot as keyof typeof slotLabels] ?? slot;

/** In which segments it is and why, what gave its tier, where it lies in the plan, who held it. */
export function AccountStanding({
  account,
  facts,
  turn,
  onChanged,
}: {
  account: Account;
  facts: AccountFacts;
  turn: number;
  onChanged: () => void;
}) {
  const [why, setWhy] = useState<{ id: string; name: string; isDraft?: boolean; isAsked?: boolean } | null>(
    null,
  );
  const placePath = facts.may.seePlan ? `/accounts/${account.id}/place` : null;
  const place = useApi(placePath, accountPlaceShape, turn);
  const day = (at: number) => dayWords(dayOfInstant(at, facts.timeZone), facts.todayOn);
  return (
    <>
      <div className={section}>
        <SectionHeader title="Segments" fact={String(account.segments.length)} />
        {account.segments.length === 0 && <p className="py-1 text-ink-3">It is in no published segment.</p>}
        <ul>
          {account.segments.map((segment) => (
            <li key={segment.id} className="flex min-h-7 items-center gap-2">
              <Swatch id={segment.id} />
              <AppLink
                href={`/segments/${segment.id}`}
                className="min-w-0 flex-1 truncate text-ink hover:underline"
              >
                {segment.name}
              </AppLink>
              <span className="shrink-0 text-12 text-ink-3">since {day(segment.sinceAt)}</span>
              {facts.may.explain && (
                <Button
                  variant="link"
                  size="inline"
                  aria-label={`Why in ${segment.name}?`}
                  onClick={() => setWhy(segment)}
                >
                  Why?
                </Button>
              )}
            </li>
          ))}
        </ul>
        {facts.may.explain && (
          <div className="pt-1 pb-1">
            <ChooseSegment onChoose={(segment) => setWhy({ ...segment, isAsked: true })} />
          </div>
        )}
      </div>
      {facts.may.explain && (
        <div className={section}>
          <AccountTier
            account={account}
            tiers={facts.tiers}
            maySet={facts.may.setTier && account.archivedAt === null}
            turn={turn}
            day={day}
            onChanged={onChanged}
          />
        </div>
      )}
      {facts.may.keepsDeal && (
        <div className={section}>
          <SectionHeader title="Deals held over" />
          <KeptHere accountId={account.id} />
        </div>
      )}
      {placePath && (
        <div className={section}>
          <SectionHeader title="Territory and holders" />
          {place.problem && <p className="py-1 text-ink-3">{place.problem}</p>}
          {!place.value && !place.problem && <SkeletonRows rows={2} label="Loading its place" />}
          {place.value && <PlaceWords place={place.value} day={day} />}
          <KeptHere accountId={account.id} />
        </div>
      )}
      {why && (
        <Dialog
          open
          onOpenChange={(open) => !open && setWhy(null)}
          width={560}
          title={why.isAsked ? `${account.name} and ${why.name}` : `Why is ${account.name} in ${why.name}?`}
        >
          <ExplainBody
            recordId={account.id}
            segmentId={why.id}
            isDraft={why.isDraft ?? false}
            timeZone={facts.timeZone}
          />
        </Dialog>
      )}
    </>
  );
}

function PlaceWords({ place, day }: { place: AccountPlace; day: (at: number) => string }) {
  const [showsPast, setShowsPast] = useState(false);
  const isOpen = (row: { to: string | null }) => row.to === null;
  const past = place.holders.filter((row) => !isOpen(row));
  const holders = [...place.holders.filter(isOpen), ...(showsPast ? past : [])];
  const places = place.places.filter((row) => showsPast || isOpen(row));
  const span = (row: { from: string; to: string | null }) =>
    row.to === null
      ? `since ${day(Date.parse(row.from))}`
      : `${day(Date.parse(row.from))} – ${day(Date.parse(row.to))}`;
  return (
    <>
      <ul>
        {places.map((row) => (
          <li key={`${row.territoryId}-${row.from}`} className="flex min-h-7 items-center gap-2">
            <Chip colourOf={row.territoryId}>{row.name}</Chip>
            <span className="min-w-0 flex-1 truncate text-ink-2">by {row.step}</span>
            <span className="shrink-0 text-12 text-ink-3">{span(row)}</span>
          </li>
        ))}
        {places.length === 0 && <li className="py-1 text-ink-3">In no published territory.</li>}
        {holders.map((row) => (
          <li key={`${row.slot}-${row.repId}-${row.from}`} className="flex min-h-7 items-center gap-2">
            <span className="w-10 shrink-0 text-ink-3">{slotName(row.slot)}</span>
            <span className={isOpen(row) ? 'truncate font-medium' : 'truncate text-ink-2'}>{row.name}</span>
            {row.isLocked && <Lock className="size-3.5 shrink-0 text-ink-3" role="img" aria-label="Locked" />}
            <span className="min-w-0 flex-1 truncate text-12 text-ink-3" title={row.reason ?? undefined}>
              {row.reason}
            </span>
            <span className="shrink-0 text-12 text-ink-3">
              {row.planNumber !== null && `v${row.planNumber} · `}
              {span(row)}
            </span>
          </li>
        ))}
      </ul>
      {place.holders.every((row) => !isOpen(row)) && (
        <p className="py-1 text-caution-ink">Nobody holds it.</p>
      )}
      {(past.length > 0 || place.places.some((row) => !isOpen(row))) && (
        <Button variant="link" size="inline" onClick={() => setShowsPast(!showsPast)}>
          {showsPast ? 'Hide its history' : 'Show its history'}
        </Button>
      )}
      {place.draft && place.draft.losing.length > 0 && (
        <p className="py-1 text-12 text-ink-3">
          Would also fit {place.draft.losing.map((row) => `${row.name} (${row.step})`).join(', ')}.
        </p>
      )}
    </>
  );
}
