'use client';
import type { ReactElement } from 'react';
import { Menu } from '#components/ui/menu.tsx';

type Named = { id: string; name: string };

/** The tiers to choose an own one from, and none. `own`: what is set now, where it is one account. */
export function TierMenu({
  trigger,
  tiers,
  own,
  none,
  onChoose,
}: {
  trigger: ReactElement;
  tiers: readonly Named[];
  own?: string | null;
  none: string;
  onChoose: (tier: Named | null) => void;
}) {
  const checked = (id: string | null) => (own === undefined ? {} : { checked: own === id });
  return (
    <Menu
      trigger={trigger}
      items={[
        ...tiers.map((tier) => ({ label: tier.name, ...checked(tier.id), onSelect: () => onChoose(tier) })),
        { kind: 'separator' as const },
        { label: none, ...checked(null), onSelect: () => onChoose(null) },
      ]}
    />
  );
}
