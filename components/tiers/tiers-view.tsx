'use client';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type CSSProperties, useMemo, useState } from 'react';
import { api } from '#components/api-client.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { totalCells } from '#components/table/total-cells.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { StatBlock, StatRow } from '#components/ui/stat-block.tsx';
import { toastError, toastUndo } from '#components/ui/toast.ts';
import { formatNumber, formatRate } from '#lib/shared/format.ts';
import { type Tier, type TierList, tierShape } from '#lib/shared/tier-shapes.ts';
import { totalsOfRows } from '#lib/shared/total-shapes.ts';
import { ApplyModel } from './apply-model.tsx';
import { type GivingSegment, GivingSegments } from './giving-segments.tsx';
import { accountsOfTier, tierColumns } from './tier-columns.tsx';
import { TierForm } from './tier-form.tsx';
import { TierPhoneRow } from './tier-phone-row.tsx';

const SHOWN_TIERS = 8;

/** Room for the rows with head and foot, and for the two-line rows of a phone. */
function heightOf(tiers: number): CSSProperties {
  const shown = Math.min(tiers, SHOWN_TIERS);
  const heights = tiers === 0 ? [160, 160] : [shown * 48 + 62, shown * 60];
  return { '--table': `${heights[0]}px`, '--list': `${heights[1]}px` } as CSSProperties;
}

/** Tiers with what they mean and who has them, and the segments that give them. */
export function TiersView({
  list,
  segments,
  currency,
  mayEdit,
  mayApply,
  noEdit,
}: {
  list: TierList;
  segments: GivingSegment[];
  currency: string;
  mayEdit: boolean;
  mayApply: boolean;
  noEdit: string;
}) {
  const router = useRouter();
  const [editing, setEditing] = useState<{ tier: Tier | null } | null>(null);
  const nextRank = Math.max(0, ...list.items.map((tier) => tier.rank)) + 1;

  const columns = useMemo(() => {
    async function archive(tier: Tier): Promise<void> {
      try {
        await api(`/tiers/${tier.id}`, { method: 'DELETE', schema: tierShape });
        toastUndo(`${tier.name} archived; its accounts fall to their next tier`, () => void restore(tier));
        router.refresh();
      } catch (error) {
        toastError(error instanceof Error ? error.message : 'The tier could not be archived.');
      }
    }
    async function restore(tier: Tier): Promise<void> {
      await api(`/tiers/${tier.id}/restore`, { method: 'POST', schema: tierShape }).catch((error: unknown) =>
        toastError(error instanceof Error ? error.message : 'The tier could not be restored.'),
      );
      router.refresh();
    }
    return tierColumns({
      mayEdit,
      noEdit,
      edit: (tier) => setEditing({ tier }),
      archive: (tier) => void archive(tier),
    });
  }, [mayEdit, noEdit, router]);

  const withTier = list.totalAccounts - list.withoutTier;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        title="Models & tiers"
        actions={
          mayEdit && (
            <>
              {mayApply && <ApplyModel currency={currency} onApplied={() => router.refresh()} />}
              <Button variant="primary" onClick={() => setEditing({ tier: null })}>
                <Plus aria-hidden />
                New tier
              </Button>
            </>
          )
        }
      />
      <StatRow>
        {list.items.map((tier) => (
          <StatBlock
            key={tier.id}
            size="md"
            value={formatNumber(tier.accounts)}
            label={tier.name}
            fact={`${formatRate(list.totalAccounts === 0 ? 0 : tier.accounts / list.totalAccounts)} of accounts`}
            href={accountsOfTier(tier.id)}
          />
        ))}
        <StatBlock
          size="md"
          value={formatNumber(list.withoutTier)}
          label="without a tier"
          fact={`${formatNumber(withTier)} have one`}
        />
      </StatRow>
      <div
        className="flex h-(--table) shrink-0 flex-col max-sm:h-(--list)"
        style={heightOf(list.items.length)}
      >
        <DataTable
          label="Tiers"
          columns={columns}
          rows={list.items}
          rowId={(tier) => tier.id}
          rowHeight={48}
          totals={totalCells({
            count: list.items.length,
            totals: totalsOfRows(list.items, { accounts: (tier) => tier.accounts }),
            kinds: { accounts: 'sum' },
          })}
          onOpen={(tier) => mayEdit && setEditing({ tier })}
          phoneRow={(tier) => <TierPhoneRow tier={tier} />}
          empty={
            <EmptyState title="A tier says how much an account is worked.">
              {mayEdit ? 'Apply the starting model, or make a tier of your own.' : noEdit}
            </EmptyState>
          }
        />
      </div>
      <SectionHeader
        title="Who gives which tier"
        fact={`${formatNumber(segments.filter((segment) => segment.tier).length)} of ${formatNumber(segments.length)} segments give one`}
        className="border-t border-line px-4 pt-3"
      />
      <GivingSegments segments={segments} tiers={list.items} noEdit={mayEdit ? null : noEdit} />
      {editing && (
        <TierForm
          key={editing.tier?.id ?? 'new'}
          tier={editing.tier}
          others={list.items.filter(({ id }) => id !== editing.tier?.id)}
          nextRank={nextRank}
          open
          onOpenChange={(open) => !open && setEditing(null)}
          onSaved={() => router.refresh()}
        />
      )}
    </div>
  );
}
