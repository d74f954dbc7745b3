'use client';
import { LogIn, LogOut } from 'lucide-react';
import { useMemo, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { ChartCard } from '#components/charts/chart-card.tsx';
import { LineChart } from '#components/charts/line-chart.tsx';
import type { DataColumn } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { toastError } from '#components/ui/toast.ts';
import { formatCount, formatDay, formatInstant, formatNumber } from '#lib/shared/format.ts';
import { historyShape, type Move, type SegmentHistory } from '#lib/shared/segment-activity-shapes.ts';

const causes: Record<Move['cause'], string> = {
  published: 'First publish',
  data: 'New data',
  time: 'Time passed',
  rule: 'New rule version',
  pin: 'Pinned or unpinned',
  retired: 'Retired',
};

function moveColumns(entity: 'account' | 'contact', timeZone: string): DataColumn<Move>[] {
  return [
    {
      id: 'at',
      header: 'When',
      width: 170,
      value: (move) => move.at,
      cell: (move) => formatInstant(move.at, timeZone),
    },
    {
      id: 'kind',
      header: 'What',
      width: 110,
      value: (move) => move.kind,
      cell: (move) => (
        <span className="flex items-center gap-1.5">
          {move.kind === 'entered' ? (
            <LogIn aria-hidden className="size-3.5 text-good-ink" />
          ) : (
            <LogOut aria-hidden className="size-3.5 text-ink-3" />
          )}
          {move.kind === 'entered' ? 'Came in' : 'Left'}
        </span>
      ),
    },
    {
      id: 'name',
      header: entity === 'account' ? 'Account' : 'Contact',
      width: 220,
      grow: 1,
      value: (move) => move.name,
      cell: (move) =>
        entity === 'account' ? (
          <AppLink href={`/accounts/${move.recordId}`} className="truncate font-medium text-ink">
            {move.name}
          </AppLink>
        ) : (
          <span className="truncate font-medium">{move.name}</span>
        ),
    },
    {
      id: 'cause',
      header: 'Because of',
      width: 160,
      value: (move) => causes[move.cause],
      cell: (move) => causes[move.cause],
    },
  ];
}

type Kind = 'all' | 'entered' | 'left';

/** How a segment's size went, and who came and left why. */
export function MovesView({
  segmentId,
  segmentName,
  entity,
  history,
  timeZone,
}: {
  segmentId: string;
  segmentName: string;
  entity: 'account' | 'contact';
  history: SegmentHistory;
  timeZone: string;
}) {
  const [kind, setKind] = useState<Kind>('all');
  const [list, setList] = useState({ items: history.items, next: history.nextCursor });
  const [loading, setLoading] = useState(false);
  const columns = useMemo(() => moveColumns(entity, timeZone), [entity, timeZone]);

  async function load(wanted: Kind, cursor: string | null): Promise<void> {
    setLoading(true);
    try {
      const query = new URLSearchParams({
        limit: '200',
        ...(wanted === 'all' ? {} : { kind: wanted }),
        ...(cursor ? { cursor } : {}),
      });
      const found = await api(`/segments/${segmentId}/history?${query}`, { schema: historyShape });
      setList((last) => ({
        items: cursor ? [...last.items, ...found.items] : found.items,
        next: found.nextCursor,
      }));
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setLoading(false);
    }
  }

  const entered = history.days.reduce((sum, day) => sum + day.entered, 0);
  const left = history.days.reduce((sum, day) => sum + day.left, 0);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ChartCard
        question={`How many ${entity}s are in ${segmentName}?`}
        facts={`${formatNumber(entered)} came in and ${formatNumber(left)} left in the last 90 days`}
        fileName={`${segmentName} size`}
        table={{
          columns: [{ label: 'Day' }, { label: 'Members' }, { label: 'Came in' }, { label: 'Left' }],
          rows: history.days.map((day) => ({
            key: String(day.dayOn),
            cells: [formatDay(day.dayOn), day.members, day.entered, day.left],
          })),
        }}
        {...(history.days.length === 0
          ? { empty: <EmptyState title="Nobody came or left in the last 90 days." /> }
          : {})}
        className="border-b border-line"
      >
        <LineChart
          summary={`Members of ${segmentName} by day`}
          data={history.days.map((day) => ({
            key: String(day.dayOn),
            label: formatDay(day.dayOn).replace(/, \d{4}$/, ''),
            values: { members: day.members },
          }))}
          series={[{ key: 'members', label: 'Members', colour: 'var(--chart-ink)' }]}
          format={formatNumber}
          height={180}
        />
      </ChartCard>
      <DataTable
        label="Entries and exits"
        columns={columns}
        rows={list.items}
        rowId={(move) => `${move.kind}-${move.at}-${move.recordId}`}
        state={loading && list.items.length > 0 ? 'stale' : 'ready'}
        hasMore={list.next !== null}
        loadingMore={loading}
        onLoadMore={() => void load(kind, list.next)}
        toolbar={
          <>
            <Segmented
              label="Which moves"
              value={kind}
              onValueChange={(next) => {
                setKind(next);
                void load(next, null);
              }}
              options={[
                { value: 'all', label: 'All moves' },
                { value: 'entered', label: 'Came in' },
                { value: 'left', label: 'Left' },
              ]}
            />
            <span className="text-12 text-ink-3">{formatCount(list.items.length, 'move')} shown</span>
          </>
        }
        empty={<EmptyState title="No moves in the last 90 days." />}
      />
    </div>
  );
}
