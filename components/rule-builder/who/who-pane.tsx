'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { CheckAccount } from '#components/segments/check-account.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { Skeleton, SkeletonRows } from '#components/ui/skeleton.tsx';
import { formatInstant, formatNumber } from '#lib/shared/format.ts';
import { BreakdownColumns } from './breakdown-row.tsx';
import type { BoardFacts } from './board.ts';
import { Notes } from './notes.tsx';
import type { Peeked } from './peek.tsx';
import { RecordTabs } from './record-tabs.tsx';
import { type LoosenedMiss, toldMisses } from './side-questions.ts';
import { StatBand } from './stat-band.tsx';
import type { useBoardAddress } from './use-board-address.ts';
import type { PreviewAnswer } from './use-preview.ts';

const Peek = dynamic(() => import('./peek.tsx').then((module) => module.Peek), { ssr: false });
const AskedWhy = dynamic(() => import('./asked-why.tsx').then((module) => module.AskedWhy), { ssr: false });

function FirstLoad() {
  return (
    <div className="flex min-h-0 flex-1 flex-col" role="status" aria-label="Counting for the first time">
      <div className="flex h-17 items-center gap-4 border-b border-line px-4">
        <Skeleton className="h-7 w-20" />
        <Skeleton className="h-5 w-32" />
      </div>
      <SkeletonRows rows={12} label="Counting for the first time" />
    </div>
  );
}

function Key({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap">
      <Kbd>{name}</Kbd>
      {children}
    </span>
  );
}

/** Who is in it: figures, what would change them, breakdowns, lists. */
export function WhoPane({
  preview,
  near,
  address,
  facts,
  onAskAgain,
}: {
  preview: PreviewAnswer;
  near: readonly LoosenedMiss[];
  address: ReturnType<typeof useBoardAddress>;
  facts: BoardFacts;
  /** The same question once more: after a failure, or when pins or tiers were changed. */
  onAskAgain: () => void;
}) {
  const [peeked, setPeeked] = useState<{ peeked: Peeked; isWhyOnly: boolean } | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const { main, rest, definition, problem, isMainStale, isRestStale } = preview;
  if (!main || !definition) {
    if (!problem) return <FirstLoad />;
    return (
      <div className="p-4">
        <ErrorState title={problem} actions={<Button onClick={onAskAgain}>Try again</Button>} />
      </div>
    );
  }
  const restIsOld = isRestStale || isMainStale;
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
      {problem && (
        <Callout tone="caution" actions={<Button onClick={onAskAgain}>Try again</Button>}>
          {problem} The numbers below are of the rule before.
        </Callout>
      )}
      <StatBand
        main={main}
        rest={rest}
        stale={isMainStale}
        isRestOld={restIsOld}
        facts={{
          entity: definition.entity,
          viability: facts.viability,
          tamId: facts.tamId,
          versionNumber: facts.published?.number ?? null,
        }}
      />
      {rest && (
        <Notes
          preview={rest}
          near={toldMisses(near, rest.count)}
          stale={restIsOld}
          ownId={facts.pinned.id}
          tamId={facts.tamId}
          onShow={address.setShow}
        />
      )}
      <div className="max-sm:hidden">
        <BreakdownColumns
          fields={address.fields}
          onFields={address.setFields}
          preview={rest}
          stale={restIsOld}
        />
      </div>
      <RecordTabs
        definition={definition}
        main={main}
        rest={rest}
        near={near}
        stale={isMainStale}
        address={address}
        facts={facts}
        onPeek={(next, isWhyOnly) => setPeeked({ peeked: next, isWhyOnly })}
        onChanged={onAskAgain}
        onActive={(next) => setPeeked((before) => before && { ...before, peeked: next })}
      />
      <footer className="flex h-9 shrink-0 items-center gap-3.5 border-t border-line px-4 text-12 text-ink-3">
        <span className="flex items-center gap-3.5 max-sm:hidden">
          <span className="flex items-center gap-1.5">
            <Kbd>J</Kbd>
            <Kbd>K</Kbd>
            Move
          </span>
          <span className="max-2xl:hidden">
            <Key name="X">Choose</Key>
          </span>
          <Key name="Space">Peek</Key>
          <Key name="W">Why is it in?</Key>
          {definition.entity === 'account' && <CheckAccount onChoose={setAsked} className="w-42" />}
        </span>
        <span className="ml-auto whitespace-nowrap">
          {main.dataAt === null
            ? `As of ${formatInstant(main.asOf, facts.timeZone)}`
            : `Data as of ${formatInstant(main.dataAt, facts.timeZone)}, newer data is being taken in`}{' '}
          · {formatNumber(Math.max(1, main.elapsedMs))} ms
        </span>
      </footer>
      {asked !== null && (
        <AskedWhy
          recordId={asked}
          definition={definition}
          segmentId={facts.pinned.id}
          asOf={main.asOf}
          timeZone={facts.timeZone}
          onPinned={onAskAgain}
          onClose={() => setAsked(null)}
        />
      )}
      {peeked && (
        <Peek
          peeked={peeked.peeked}
          isWhyOnly={peeked.isWhyOnly}
          timeZone={facts.timeZone}
          currency={facts.currency}
          onPinned={onAskAgain}
          onClose={() => setPeeked(null)}
        />
      )}
    </div>
  );
}
