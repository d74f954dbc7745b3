import type { TierExplanation } from '#lib/shared/tier-shapes.ts';

/** Where a tier comes from, in words. */
export function tierCause(source: TierExplanation['losing'][number]): string {
  return source.cause === 'account' ? 'set on the account' : `from ${source.segment?.name ?? 'a segment'}`;
}
