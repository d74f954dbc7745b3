'use client';
import { Archive, ExternalLink, RotateCcw } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { AskButton } from '#components/requests/ask-button.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { toastError, toastUndo } from '#components/ui/toast.ts';
import type { Account, AccountBrief } from '#lib/shared/account-shapes.ts';
import { formatNumber } from '#lib/shared/format.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import { AccountActivity } from './account-activity.tsx';
import { AccountFields } from './account-fields.tsx';
import { AccountPeople } from './account-people.tsx';
import { AccountStanding } from './account-standing.tsx';
import { TierBadge } from './tier-badge.tsx';

export type AccountFacts = {
  currency: string;
  timeZone: string;
  todayOn: number;
  /** Those in force, highest first. */
  tiers: { id: string; name: string }[];
  may: {
    edit: boolean;
    archive: boolean;
    log: boolean;
    /** Ask why it is in a segment and what gave it its tier. */
    explain: boolean;
    seePlan: boolean;
    /** Sees it for a deal of it alone. */
    keepsDeal: boolean;
    setTier: boolean;
    ask: boolean;
  };
};

const nothing = z.undefined();
const anything = z.unknown();

/** One account: how it stands, everything known about it with its source, who is there, what happened, what to do. */
export function AccountPage({
  account,
  brief,
  facts,
  contactId,
}: {
  account: Account;
  brief: AccountBrief;
  facts: AccountFacts;
  /** A contact to show first. */
  contactId: string | null;
}) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [turn, setTurn] = useState(0);
  const { may } = facts;
  const isArchived = account.archivedAt !== null;
  const mayEdit = may.edit && !isArchived;

  function changed(): void {
    setTurn((now) => now + 1);
    startTransition(() => router.refresh());
  }

  async function restore(): Promise<void> {
    try {
      await api(`/accounts/${account.id}/restore`, { method: 'POST', schema: anything });
      router.push(`/accounts/${account.id}` as Route);
      changed();
    } catch (error) {
      toastError(problemText(error));
    }
  }

  async function archive(): Promise<void> {
    try {
      await api(`/accounts/${account.id}`, { method: 'DELETE', schema: nothing });
      toastUndo(`${account.name} moved to the Trash`, () => void restore());
      router.push('/accounts' as Route);
    } catch (error) {
      toastError(problemText(error));
    }
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[{ label: 'Accounts', href: '/accounts' }]}
        title={account.name}
        status={
          <>
            {account.tier && <TierBadge tier={account.tier} />}
            {account.isDoNotContact && <Chip tone="bad">Do not contact</Chip>}
            {account.isCustomer && <Chip tone="good">Customer</Chip>}
            {account.className && <Chip outline>{account.className}</Chip>}
            {account.territory && <Chip colourOf={account.territory.id}>{account.territory.name}</Chip>}
          </>
        }
        facts={
          <span className="max-md:hidden">
            {[
              account.domain,
              ...account.holders.map((holder) => `${slotName(holder.slot)} ${holder.name}`),
              account.score === null ? null : `score ${formatNumber(account.score)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        }
        actions={
          <>
            {account.crmUrl && (
              <Button asChild size="sm" variant="ghost">
                <a href={account.crmUrl} target="_blank" rel="noreferrer">
                  <ExternalLink aria-hidden />
                  CRM
                </a>
              </Button>
            )}
            {may.ask && !isArchived && <AskButton accountId={account.id} name={account.name} />}
            {may.archive && !isArchived && (
              <Button size="sm" variant="ghost" onClick={() => void archive()}>
                <Archive aria-hidden />
                Archive
              </Button>
            )}
          </>
        }
      />
      {isArchived && (
        <Callout
          tone="caution"
          actions={
            may.archive && (
              <Button size="sm" onClick={() => void restore()}>
                <RotateCcw aria-hidden />
                Restore
              </Button>
            )
          }
        >
          This account is in the Trash: it is in no list and counts nowhere.
        </Callout>
      )}
      <div
        className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-auto lg:overflow-hidden"
        aria-busy={isPending}
      >
        <section
          aria-label="Fields"
          className="relative border-line max-lg:order-3 max-lg:shrink-0 lg:min-h-0 lg:w-[min(29rem,32vw)] lg:shrink-0 lg:overflow-auto lg:border-r"
        >
          <AccountFields account={account} facts={facts} mayEdit={mayEdit} onChanged={changed} />
        </section>
        <section
          aria-label="Activity"
          className="relative flex min-w-0 flex-col border-line max-lg:shrink-0 max-lg:border-b lg:min-h-0 lg:flex-1 lg:overflow-auto"
        >
          <AccountActivity
            account={account}
            brief={brief}
            facts={facts}
            turn={turn}
            mayLog={may.log && !isArchived}
            contactId={contactId}
            onChanged={changed}
          />
        </section>
        <section
          aria-label="People and standing"
          className="relative border-line max-lg:shrink-0 max-lg:border-b lg:min-h-0 lg:w-[min(23rem,26vw)] lg:shrink-0 lg:overflow-auto lg:border-l"
        >
          <AccountPeople
            account={account}
            facts={facts}
            mayEdit={mayEdit}
            contactId={contactId}
            onChanged={changed}
          />
          <AccountStanding account={account} facts={facts} turn={turn} onChanged={changed} />
        </section>
      </div>
    </div>
  );
}

function slotName(slot: string): string {
  return slotLabels[slot as keyof typeof slotLabels] ?? slot;
}
