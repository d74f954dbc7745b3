import type { AccountListItem } from '#lib/shared/account-shapes.ts';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import { stateShortLabel } from '#lib/shared/states.ts';
import { TierBadge } from './tier-badge.tsx';

/** An account in two lines at 390 px. */
export function AccountPhoneRow({ row, currency }: { row: AccountListItem; currency: string }) {
  const place = row.state === null ? row.country : stateShortLabel(row.state);
  return (
    <div className="grid h-full grid-cols-[28px_minmax(0,1fr)_auto] items-center gap-x-2.5 px-4 py-2">
      <span className="self-start pt-0.5">
        <TierBadge tier={row.tier} />
      </span>
      <span className="truncate text-14 font-medium">{row.name}</span>
      <span className="text-right text-14 font-medium">
        {row.score === null ? '–' : formatNumber(row.score)}
      </span>
      <span className="col-start-2 truncate text-ink-2">
        {[row.industry ?? 'industry unknown', place].filter(Boolean).join(' · ')}
      </span>
      <span className="text-right text-12 text-ink-3">
        {row.revenue === null ? 'revenue unknown' : formatMoney(row.revenue, currency, { compact: true })}
      </span>
    </div>
  );
}
