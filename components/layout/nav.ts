import { roleCan } from '#lib/permissions/can.ts';
import type { Action, Role } from '#lib/permissions/roles.ts';

export type NavIcon =
  | 'my'
  | 'accounts'
  | 'contacts'
  | 'segments'
  | 'tiers'
  | 'territories'
  | 'performance'
  | 'data'
  | 'settings';

/** One place to go: `letter` follows `g` on the keyboard; `short` is the label under a phone's tab. */
export type NavItem = {
  label: string;
  short: string;
  href: string;
  icon: NavIcon;
  letter: string;
  count?: number;
};

const places: (NavItem & { needs: Action })[] = [
  { label: 'My accounts', short: 'Mine', href: '/my', icon: 'my', letter: 'm', needs: 'activities.log' },
  {
    label: 'Accounts',
    short: 'Accounts',
    href: '/accounts',
    icon: 'accounts',
    letter: 'a',
    needs: 'accounts.read',
  },
  {
    label: 'Contacts',
    short: 'Contacts',
    href: '/contacts',
    icon: 'contacts',
    letter: 'c',
    needs: 'accounts.read',
  },
  {
    label: 'Segments',
    short: 'Segments',
    href: '/segments',
    icon: 'segments',
    letter: 's',
    needs: 'segments.read',
  },
  {
    label: 'Models & tiers',
    short: 'Tiers',
    href: '/tiers',
    icon: 'tiers',
    letter: 'i',
    needs: 'tiers.read',
  },
  {
    label: 'Territories',
    short: 'Territories',
    href: '/territories',
    icon: 'territories',
    letter: 't',
    needs: 'plans.read',
  },
  {
    label: 'Performance',
    short: 'Results',
    href: '/performance',
    icon: 'performance',
    letter: 'p',
    needs: 'results.read',
  },
  { label: 'Data', short: 'Data', href: '/data', icon: 'data', letter: 'd', needs: 'imports.run' },
  {
    label: 'Settings',
    short: 'Settings',
    href: '/settings',
    icon: 'settings',
    letter: ',',
    needs: 'settings.read',
  },
];

/** The places a role may see, in order. `counts` puts a number beside a place, by its icon name. */
export function navFor(role: Role, counts: Partial<Record<NavIcon, number>> = {}): NavItem[] {
  return places
    .filter((place) => roleCan(role, place.needs))
    .map(({ needs: _needs, ...item }) => ({
      ...item,
      ...(counts[item.icon] === undefined ? {} : { count: counts[item.icon] }),
    }));
}

const starts: Record<Role, string> = {
  admin: '/segments',
  revops: '/segments',
  leader: '/territories',
  rep: '/my',
  viewer: '/performance',
};

/** Where a person begins. */
export function startPage(role: Role): string {
  return starts[role];
}

const phoneTabs: Record<Role, NavIcon[]> = {
  admin: ['segments', 'accounts', 'performance'],
  revops: ['segments', 'accounts', 'performance'],
  leader: ['territories', 'accounts', 'performance'],
  rep: ['my', 'accounts', 'performance'],
  viewer: ['performance', 'accounts', 'segments'],
};

/** The three places under a thumb on a phone; the rest stands behind "More". */
export function phoneTabsFor(role: Role, items: readonly NavItem[]): NavItem[] {
  return phoneTabs[role].flatMap((icon) => items.find((item) => item.icon === icon) ?? []);
}

/** Whether an address belongs to a place. */
export function isCurrent(item: Pick<NavItem, 'href'>, pathname: string): boolean {
  return pathname === item.href || pathname.startsWith(`${item.href}/`);
}
