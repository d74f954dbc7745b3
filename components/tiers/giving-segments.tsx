'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { api } from '#components/api-client.ts';
import type { DataColumn } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { totalCells } from '#components/table/total-cells.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Select } from '#components/ui/select.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import { toast, toastError } from '#components/ui/toast.ts';
import { formatNumber } from '#lib/shared/format.ts';
import { segmentShape } from '#lib/shared/segment-shapes.ts';
import { totalsOfRows } from '#lib/shared/total-shapes.ts';
import type { Tier } from '#lib/shared/tier-shapes.ts';

export type GivingSegment = {
  id: string;
  name: string;
  status: 'draft' | 'published' | 'retired';
  members: number | null;
  tier: { id: string; name: string; rank: number } | null;
};

const NO_TIER = 'none';

/** Every account segment with the tier it gives; a choice takes effect at once. */
export function GivingSegments({
  segments,
  tiers,
  noEdit,
}: {
  segments: GivingSegment[];
  tiers: Tier[];
  /** Why the person may not change it; null when they may. */
  noEdit: string | null;
}) {
  const router = useRouter();
  const [saving, setSaving] = useState<string | null>(null);

  const give = useCallback(
    async (segment: GivingSegment, choice: string): Promise<void> => {
      setSaving(segment.id);
      try {
        await api(`/segments/${segment.id}/tier`, {
          method: 'PUT',
          body: { tierId: choice === NO_TIER ? null : choice },
          schema: segmentShape,
        });
        const tier = tiers.find(({ id }) => id === choice);
        toast(tier ? `${segment.name} now gives ${tier.name}` : `${segment.name} gives no tier any more`);
        router.refresh();
        setTimeout(() => router.refresh(), REFRESHED_MS);
      } catch (error) {
        toastError(error instanceof Error ? error.message : 'The tier could not be given.');
      } finally {
        setSaving(null);
      }
    },
    [router, tiers],
  );

  const columns = useMemo((): DataColumn<GivingSegment>[] => {
    return [
      {
        id: 'name',
        header: 'Segment',
        width: 220,
        grow: 1,
        sortable: true,
        value: (segment) => segment.name,
        cell: (segment) => (
          <span className="flex min-w-0 items-center gap-2">
            <Swatch id={segment.id} />
            <AppLink href={`/segments/${segment.id}`} className="truncate font-medium text-ink">
              {segment.name}
            </AppLink>
            {segment.status !== 'published' && <Chip>{segment.status}</Chip>}
          </span>
        ),
      },
      {
        id: 'members',
        header: 'Members',
        width: 100,
        align: 'right',
        sortable: true,
        descFirst: true,
        value: (segment) => segment.members,
        cell: (segment) => (segment.members === null ? '–' : formatNumber(segment.members)),
      },
      {
        id: 'tier',
        header: 'Gives',
        width: 200,
        interactive: true,
        sortable: true,
        value: (segment) => segment.tier?.rank ?? null,
        cell: (segment) => (
          <TierChoice
            segment={segment}
            tiers={tiers}
            disabled={noEdit !== null || saving === segment.id}
            onChoose={give}
          />
        ),
      },
    ];
  }, [tiers, noEdit, saving, give]);

  return (
    <DataTable
      label="Segments and the tier they give"
      columns={columns}
      rows={segments}
      rowId={(segment) => segment.id}
      rowHeight={36}
      columnsMenu={false}
      totals={totalCells({
        count: segments.length,
        totals: totalsOfRows(segments, { members: (segment) => segment.members }),
        kinds: { members: 'sum' },
        countNote: 'overlaps counted in each',
        note: 'An account that is in several segments counts in each.',
      })}
      phoneRow={(segment) => (
        <span className="flex h-full items-center gap-2 px-4">
          <Swatch id={segment.id} />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{segment.name}</span>
            <span className="text-12 text-ink-3">
              {segment.members === null ? 'not published' : `${formatNumber(segment.members)} members`}
            </span>
          </span>
          <TierChoice
            segment={segment}
            tiers={tiers}
            disabled={noEdit !== null || saving === segment.id}
            onChoose={give}
          />
        </span>
      )}
      toolbar={
        <p className="text-12 text-ink-2">
          An account has its own tier, else the highest one among its segments. {noEdit}
        </p>
      }
      empty={
        <EmptyState
          title="No segment of accounts was made yet."
          actions={
            noEdit === null && (
              <Button asChild>
                <AppLink href="/segments/new">New segment</AppLink>
              </Button>
            )
          }
        >
          A segment can give its members a tier, so that the right accounts are worked more.
        </EmptyState>
      }
    />
  );
}

/** About how long the job needs that brings the tiers up to date. */
const REFRESHED_MS = 1_500;

function TierChoice({
  segment,
  tiers,
  disabled,
  onChoose,
}: {
  segment: GivingSegment;
  tiers: Tier[];
  disabled: boolean;
  onChoose: (segment: GivingSegment, choice: string) => Promise<void>;
}) {
  return (
    <Select
      size="sm"
      label={`Tier that ${segment.name} gives`}
      value={segment.tier?.id ?? NO_TIER}
      disabled={disabled}
      onValueChange={(choice) => void onChoose(segment, choice)}
      options={[
        { value: NO_TIER, label: 'No tier' },
        ...tiers.map(({ id, name }) => ({
          value: id,
          label: (
            <span className="flex items-center gap-1.5">
              <Swatch id={id} />
              {name}
            </span>
          ),
        })),
      ]}
    />
  );
}
