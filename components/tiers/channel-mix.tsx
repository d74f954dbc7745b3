import type { ActivityChannel } from '#lib/shared/activity-words.ts';
import { formatRate } from '#lib/shared/format.ts';
import type { Tier } from '#lib/shared/tier-shapes.ts';

export const channelLabels: Record<ActivityChannel, string> = {
  email: 'Email',
  call: 'Call',
  social: 'Social',
  event: 'Event',
  in_person: 'In person',
};

/** Shares of the touches by channel, the largest first, as words and one stacked bar. */
export function ChannelMix({ mix }: { mix: Tier['channelMix'] }) {
  const shares = (Object.entries(mix) as [ActivityChannel, number][])
    .filter(([, share]) => share > 0)
    .sort((a, b) => b[1] - a[1]);
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <span className="flex h-1.5 w-full gap-px overflow-hidden rounded-[2px]" aria-hidden>
        {shares.map(([channel, share], index) => (
          <span
            key={channel}
            className="h-full bg-chart-fill"
            style={{ width: `${share * 100}%`, opacity: Math.max(0.3, 1 - index * 0.22) }}
          />
        ))}
      </span>
      <span className="truncate text-12 text-ink-2">
        {shares
          .map(([channel, share]) => `${channelLabels[channel]} ${formatRate(share, { digits: 0 })}`)
          .join(' · ')}
      </span>
    </span>
  );
}
