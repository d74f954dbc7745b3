import { Swatch } from '#components/ui/swatch.tsx';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { AccountRow, ContactRow } from '#lib/shared/segment-shapes.ts';

const box = 'flex h-full flex-col justify-center gap-0.5 px-4';
const line = 'flex items-center justify-between gap-2';

/** An account in two lines. */
export function AccountPhoneRow({ row, currency }: { row: AccountRow; currency: string }) {
  const facts = [
    row.industry ?? 'industry unknown',
    row.employees === null ? 'size unknown' : `${formatNumber(row.employees)} employees`,
    ...(row.revenue === null ? [] : [formatMoney(row.revenue, currency, { compact: true })]),
  ];
  return (
    <span className={box}>
      <span className={line}>
        <span className="truncate font-medium">{row.name}</span>
        {row.score !== null && <span className="font-semibold">{formatNumber(row.score)}</span>}
      </span>
      <span className={`${line} text-12 text-ink-3`}>
        <span className="truncate">{facts.join(' · ')}</span>
        {row.tier && (
          <span className="flex shrink-0 items-center gap-1">
            <Swatch id={row.tier.id} />
            {row.tier.name}
          </span>
        )}
      </span>
    </span>
  );
}

/** A contact in two lines. */
export function ContactPhoneRow({ row }: { row: ContactRow }) {
  return (
    <span className={box}>
      <span className="truncate font-medium">{row.name ?? '(no name)'}</span>
      <span className={`${line} text-12 text-ink-3`}>
        <span className="truncate">{[row.jobTitle, row.account?.name].filter(Boolean).join(' · ')}</span>
        <span className="shrink-0">{row.isReachable ? 'reachable' : 'not reachable'}</span>
      </span>
    </span>
  );
}
