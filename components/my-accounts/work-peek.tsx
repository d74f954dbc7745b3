'use client';
import { CalendarPlus, Check, ExternalLink, MoonStar } from 'lucide-react';
import { Fragment, useState } from 'react';
import { CommitteeList } from '#components/accounts/committee-list.tsx';
import { dayWords, instantWords } from '#components/accounts/day-words.ts';
import { ReasonLine } from '#components/accounts/reason-line.tsx';
import { TierBadge } from '#components/accounts/tier-badge.tsx';
import { WhyHere } from '#components/accounts/why-here.tsx';
import { AskButton } from '#components/requests/ask-button.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { AccountBrief } from '#lib/shared/account-shapes.ts';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import { stateShortLabel } from '#lib/shared/states.ts';
import type { NextStep, WorkReason, WorkRow } from '#lib/shared/work-shapes.ts';
import type { WorkClock } from './work-columns.tsx';

const PEOPLE = 5;

/** Name, tier and score of the account in hand. */
export function WorkPeekHeader({ row }: { row: WorkRow }) {
  return (
    <div className="flex items-center gap-2 py-1">
      <TierBadge tier={row.tier} />
      <AppLink href={`/accounts/${row.id}`} className="truncate text-16 font-semibold hover:underline">
        {row.name}
      </AppLink>
      {row.score !== null && (
        <span className="ml-auto shrink-0 text-12 text-ink-3">
          <span className="text-16 font-semibold text-ink">{formatNumber(row.score)}</span> score
        </span>
      )}
    </div>
  );
}

function Facts({ row, currency }: { row: WorkRow; currency: string }) {
  const place = [row.city, row.state === null ? row.country : stateShortLabel(row.state)].filter(Boolean);
  const facts = [
    row.industry,
    place.join(', '),
    row.employees === null ? 'employees unknown' : formatCount(row.employees, 'employee'),
    row.revenue === null ? 'revenue unknown' : formatMoney(row.revenue, currency, { compact: true }),
  ].filter(Boolean);
  return <p className="text-12 text-ink-2">{facts.join(' · ')}</p>;
}

function ReasonRow({ reason, clock }: { reason: WorkReason; clock: WorkClock }) {
  const when =
    reason.dueOn !== null
      ? dayWords(reason.dueOn, clock.todayOn)
      : reason.seenAt === null
        ? null
        : instantWords(reason.seenAt, clock.todayOn, clock.timeZone);
  return (
    <li className="flex min-h-7 items-center gap-3">
      <span className="min-w-0 flex-1">
        <ReasonLine reason={reason} />
      </span>
      {reason.detail && <span className="max-w-32 truncate text-12 text-ink-3">{reason.detail}</span>}
      <span className="shrink-0 text-12 text-ink-3">{when}</span>
    </li>
  );
}

const section = 'border-t border-line px-4 py-2.5';

/** Why now, whom, what next: in the order of the work. `brief` is null while it is being read. */
export function WorkPeek({
  row,
  brief,
  problem,
  clock,
  currency,
  onStepDone,
  onNextStep,
  onSnooze,
}: {
  row: WorkRow;
  brief: AccountBrief | null;
  problem: string | null;
  clock: WorkClock;
  currency: string;
  onStepDone: (step: NextStep) => void;
  onNextStep: () => void;
  onSnooze: () => void;
}) {
  const [why, setWhy] = useState(false);
  const [all, setAll] = useState(false);
  const people = brief?.committee ?? [];
  const blocked = row.isDoNotContact ? 'Do not contact' : undefined;
  return (
    <>
      <div className="flex flex-col gap-2 px-4 pb-2.5">
        <Facts row={row} currency={currency} />
        <p className="flex flex-wrap items-center gap-1.5">
          {brief?.segments[0] && <Chip colourOf={brief.segments[0].id}>{brief.segments[0].name}</Chip>}
          {row.tier && <Chip outline>{row.tier.name}</Chip>}
          {row.journeyStage && <Chip outline>{sentence(row.journeyStage)}</Chip>}
          {row.isCustomer && <Chip tone="good">Customer</Chip>}
          {row.isDoNotContact && <Chip tone="bad">Do not contact</Chip>}
        </p>
      </div>
      <section className={section}>
        <SectionHeader
          title="Why now"
          fact={brief ? `${formatCount(brief.recentSignals, 'signal')} in 30 days` : undefined}
          actions={
            <Button variant="link" size="inline" onClick={() => setWhy(true)}>
              Why is it here?
            </Button>
          }
        />
        {problem && <p className="text-12 text-bad-ink">{problem}</p>}
        <ul>
          {(brief?.reasons ?? row.reasons).map((reason, index) => (
            <ReasonRow key={`${reason.kind}-${index}`} reason={reason} clock={clock} />
          ))}
        </ul>
        {brief?.reasons.length === 0 && <p className="text-ink-3">Nothing new in 30 days.</p>}
      </section>
      <section className={section}>
        <SectionHeader
          title="Buying committee"
          fact={
            brief
              ? `${brief.coverage.reachable} of ${brief.coverage.personas.length} personas reachable`
              : undefined
          }
          actions={
            people.length > PEOPLE && (
              <Button variant="link" size="inline" onClick={() => setAll(!all)}>
                {all ? 'Fewer' : `All ${people.length}`}
              </Button>
            )
          }
        />
        {!brief && !problem && <SkeletonRows rows={3} label="Loading the buying committee" />}
        {brief && people.length === 0 && (
          <p className="text-ink-3">Nobody is known here yet. Add a contact on the account’s page.</p>
        )}
        <CommitteeList
          people={all ? people : people.slice(0, PEOPLE)}
          today={clock.todayOn}
          timeZone={clock.timeZone}
          blocked={blocked}
        />
      </section>
      {brief && brief.talk.length > 0 && !row.isDoNotContact && (
        <section className={section}>
          <SectionHeader title="What to say" fact="from what is known" />
          <dl className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-2 gap-y-1">
            {brief.talk.map(({ label, text }) => (
              <Fragment key={label}>
                <dt className="text-ink-3">{label}</dt>
                <dd>{text}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      )}
      <section className={section}>
        <SectionHeader
          title="Next steps"
          actions={
            <>
              <Button variant="ghost" size="sm" onClick={onSnooze}>
                <MoonStar aria-hidden />
                {row.snoozedUntilOn === null ? 'Snooze' : 'Change snooze'}
              </Button>
              <Button variant="ghost" size="sm" onClick={onNextStep}>
                <CalendarPlus aria-hidden />
                Add
              </Button>
            </>
          }
        />
        <ul>
          {brief?.nextSteps.map((step) => (
            <li key={step.id} className="flex min-h-7 items-center gap-2">
              <IconButton label={`Done: ${step.text}`} size="sm" onClick={() => onStepDone(step)}>
                <Check aria-hidden />
              </IconButton>
              <span className="min-w-0 flex-1 truncate">{step.text}</span>
              <span className={step.dueOn < clock.todayOn ? 'text-12 text-bad-ink' : 'text-12 text-ink-3'}>
                {dayWords(step.dueOn, clock.todayOn)}
              </span>
            </li>
          ))}
        </ul>
        {brief?.nextSteps.length === 0 && <p className="text-12 text-ink-3">None set.</p>}
        <p className="pt-1">
          <AppLink
            href={`/accounts/${row.id}`}
            className="inline-flex items-center gap-1.5 text-12 text-accent-ink hover:underline"
          >
            <ExternalLink className="size-3.5" aria-hidden />
            Open the account
          </AppLink>
        </p>
        <p className="pt-2">
          <AskButton accountId={row.id} name={row.name} variant="link" size="inline" />
        </p>
      </section>
      <WhyHere
        key={row.id}
        account={row}
        segments={brief?.segments ?? []}
        timeZone={clock.timeZone}
        open={why}
        onOpenChange={setWhy}
      />
    </>
  );
}

function sentence(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
