import type { DataColumn } from '#components/table/columns.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { IntervalWhisker } from '#components/ui/interval-whisker.tsx';
import { Sparkline } from '#components/ui/sparkline.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import {
  formatCount,
  formatInstant,
  formatMoney,
  formatNumber,
  formatRate,
  formatRelative,
} from '#lib/shared/format.ts';
import type { SegmentListItem } from '#lib/shared/segment-shapes.ts';
import { SegmentMenu } from './segment-menu.tsx';
import type { SegmentRights } from './segment-rights.ts';
import { StatusChips } from './status-chips.tsx';

/** Fewer closed deals than this are too few to tell. */
const FEW_DEALS = 20;

export type ListFacts = {
  now: number;
  timeZone: string;
  currency: string;
  rights: SegmentRights;
  /** Whether the person may give saved views to everybody. */
  mayShareViews: boolean;
};

/** The size over the last year in words: "1,204 a year ago, 1,530 now". */
function sizeWords({ trend, members }: SegmentListItem): string {
  const yearAgo = trend[0] ?? 0;
  return `${yearAgo === 0 ? 'None' : formatNumber(yearAgo)} a year ago, ${formatNumber(members ?? 0)} now`;
}

const unknown = <span className="text-ink-3">–</span>;

function WinRate({ item, ceiling }: { item: SegmentListItem; ceiling: number }) {
  const { value, n, low, high } = item.winRate;
  if (value === null || low === null || high === null) return unknown;
  const isFew = n < FEW_DEALS;
  return (
    <span
      className="flex items-center justify-end gap-1.5"
      title={isFew ? `Too few to tell: ${formatCount(n, 'closed deal')}` : undefined}
    >
      <IntervalWhisker rate={value} low={low} high={high} max={ceiling} pale={isFew} width={44} />
      <span className={isFew ? 'text-ink-3' : undefined}>{formatRate(value)}</span>
      <span className="w-12 text-12 text-ink-3">n {formatNumber(n)}</span>
    </span>
  );
}

/** Columns of the list of segments; scales of whiskers and lines are shared by all rows. */
export function segmentColumns(
  items: readonly SegmentListItem[],
  facts: ListFacts,
): DataColumn<SegmentListItem>[] {
  const ceiling = Math.max(
    0.05,
    ...items.map((item) => (item.winRate.n >= FEW_DEALS ? (item.winRate.high ?? 0) : 0)),
  );
  return [
    {
      id: 'name',
      header: 'Segment',
      width: 196,
      grow: 3,
      hideable: false,
      sortable: true,
      value: (item) => item.name,
      cell: (item) => (
        <span className="flex min-w-0 items-center gap-2">
          <Swatch id={item.id} />
          <AppLink href={`/segments/${item.id}`} className="min-w-0 truncate font-medium text-ink">
            {item.name}
          </AppLink>
          {item.parent && (
            <span className="min-w-0 shrink-[999] truncate text-12 text-ink-3">in {item.parent.name}</span>
          )}
          {item.kind === 'list' && <Chip outline>Fixed list</Chip>}
          {item.children > 0 && (
            <span className="shrink-0 text-12 text-ink-3">{formatCount(item.children, 'part')}</span>
          )}
        </span>
      ),
    },
    {
      id: 'status',
      header: 'Status',
      width: 172,
      sortable: true,
      value: (item) => item.status,
      cell: (item) => <StatusChips {...item} />,
    },
    {
      id: 'members',
      header: 'Members',
      hint: 'Now, within what you may see; the line is the last year.',
      width: 116,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (item) => item.members,
      cell: (item) =>
        item.members === null ? (
          unknown
        ) : (
          <span className="flex items-center justify-end gap-2">
            {item.trend.length > 0 && (
              <Sparkline values={item.trend} ceiling={Math.max(...item.trend, 1)} label={sizeWords(item)} />
            )}
            <span className="min-w-11">{formatNumber(item.members)}</span>
          </span>
        ),
    },
    {
      id: 'tier',
      header: 'Tier',
      width: 80,
      sortable: true,
      value: (item) => item.tier?.rank ?? null,
      cell: (item) =>
        item.tier ? (
          <Chip outline colourOf={item.tier.id}>
            {item.tier.name}
          </Chip>
        ) : (
          unknown
        ),
    },
    {
      id: 'tags',
      header: 'Tags',
      width: 128,
      value: (item) => (item.tags.length > 0 ? item.tags.join(', ') : null),
      cell: (item) =>
        item.tags.length === 0 ? (
          unknown
        ) : (
          <span className="flex min-w-0 items-center gap-1" title={item.tags.join(', ')}>
            <Chip>{item.tags[0]}</Chip>
            {item.tags.length > 1 && (
              <Chip outline className="shrink-0">
                +{item.tags.length - 1}
              </Chip>
            )}
          </span>
        ),
    },
    {
      id: 'owner',
      header: 'Owner',
      width: 112,
      sortable: true,
      value: (item) => item.owner?.name ?? null,
      cell: (item) => item.owner?.name ?? unknown,
    },
    {
      id: 'winRate',
      header: 'Win rate',
      hint: 'Won ÷ (won + lost) of the deals of its present members, with a 95 % interval.',
      width: 150,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (item) => item.winRate.value,
      cell: (item) => <WinRate item={item} ceiling={ceiling} />,
    },
    {
      id: 'openAmount',
      header: 'Open pipeline',
      hint: 'Amount of the open deals of its present members.',
      width: 94,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (item) => item.openAmount,
      cell: (item) =>
        item.openAmount === null ? (
          unknown
        ) : (
          <span title={formatCount(item.openDeals, 'open deal')}>
            {formatMoney(item.openAmount, facts.currency, { compact: true })}
          </span>
        ),
    },
    {
      id: 'publishedAt',
      header: 'Published',
      width: 88,
      hidden: true,
      sortable: true,
      descFirst: true,
      value: (item) => item.publishedAt,
      cell: (item) =>
        item.publishedAt === null ? (
          unknown
        ) : (
          <span title={formatInstant(item.publishedAt, facts.timeZone)}>
            {formatRelative(item.publishedAt, facts.now)}
          </span>
        ),
    },
    {
      id: 'freshAt',
      header: 'Fresh as of',
      width: 88,
      sortable: true,
      descFirst: true,
      value: (item) => item.freshAt,
      cell: (item) =>
        item.freshAt === null ? (
          unknown
        ) : (
          <span
            title={item.lastError ?? formatInstant(item.freshAt, facts.timeZone)}
            className={item.lastError ? 'text-bad-ink' : undefined}
          >
            {formatRelative(item.freshAt, facts.now)}
          </span>
        ),
    },
    {
      id: 'menu',
      header: '',
      width: 40,
      hideable: false,
      interactive: true,
      cell: (item) => <SegmentMenu segment={item} rights={facts.rights} />,
    },
  ];
}
