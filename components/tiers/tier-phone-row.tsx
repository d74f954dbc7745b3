import { Swatch } from '#components/ui/swatch.tsx';
import { formatNumber } from '#lib/shared/format.ts';
import type { Tier } from '#lib/shared/tier-shapes.ts';

/** A tier in two lines. */
export function TierPhoneRow({ tier }: { tier: Tier }) {
  return (
    <span className="flex h-full flex-col justify-center gap-0.5 px-4">
      <span className="flex items-center justify-between gap-2">
        <span className="flex items-center gap-2 font-medium">
          <Swatch id={tier.id} />
          {tier.name}
        </span>
        <span className="font-semibold">{formatNumber(tier.accounts)}</span>
      </span>
      <span className="flex justify-between gap-2 text-12 text-ink-3">
        <span className="truncate">{tier.workedBy ?? tier.description}</span>
        <span className="shrink-0">
          {formatNumber(tier.touchesFrom, { digits: 1 })}–{formatNumber(tier.touchesTo, { digits: 1 })}{' '}
          touches a month
        </span>
      </span>
    </span>
  );
}
