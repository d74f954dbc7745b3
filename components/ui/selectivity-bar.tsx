import { formatRate } from '#lib/shared/format.ts';

/** 36 × 4 px: the share of the market that a condition keeps alone. The counts stand beside it. */
export function SelectivityBar({ share }: { share: number }) {
  const width = Math.max(share > 0 ? 1 : 0, Math.min(1, share) * 36);
  return (
    <span
      role="img"
      aria-label={`${formatRate(share)} of the market`}
      title={`${formatRate(share)} of the market`}
      className="inline-block h-1 w-9 shrink-0 overflow-hidden rounded-[2px] bg-press"
    >
      <span className="block h-1 bg-n-400" style={{ width }} />
    </span>
  );
}
