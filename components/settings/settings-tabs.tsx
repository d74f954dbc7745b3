'use client';
import { usePathname } from 'next/navigation';
import { roleCan } from '#lib/permissions/can.ts';
import type { Action, Role } from '#lib/permissions/roles.ts';
import { LinkTabs } from '../ui/tabs.tsx';

const places: { value: string; label: string; needs: Action }[] = [
  { value: '/settings', label: 'Workspace', needs: 'settings.read' },
  { value: '/settings/people', label: 'People', needs: 'users.manage' },
  { value: '/settings/stages', label: 'Stages & products', needs: 'settings.read' },
  { value: '/settings/fields', label: 'Custom fields', needs: 'settings.read' },
  { value: '/settings/tokens', label: 'API tokens', needs: 'tokens.own' },
  { value: '/settings/audit', label: 'Audit', needs: 'audit.read' },
  { value: '/settings/account', label: 'Your account', needs: 'settings.read' },
];

/** The pages of Settings that a role may open. */
export function SettingsTabs({ role, hasDemo }: { role: Role; hasDemo: boolean }) {
  const pathname = usePathname();
  const items = places
    .filter((place) => roleCan(role, place.needs))
    .map(({ value, label }) => ({ value, label, href: value }));
  if (hasDemo && roleCan(role, 'demo.remove')) {
    items.push({ value: '/settings/demo', label: 'Demo data', href: '/settings/demo' });
  }
  return <LinkTabs label="Settings" items={items} current={pathname} />;
}
