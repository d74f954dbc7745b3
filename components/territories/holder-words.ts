import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { PlanTerritory } from '#lib/shared/plan-shapes.ts';

type Held = Pick<PlanTerritory, 'holders' | 'heldBy' | 'accounts' | 'withoutHolder'>;

const inWords = new Intl.ListFormat('en', { type: 'conjunction' });

/** Who holds accounts of a territory without being named as its holder: set by hand, or kept from before. */
export function heldBeside({ holders, heldBy }: Held): Held['heldBy'] {
  return heldBy.filter(
    ({ slot, repId }) => !holders.some((holder) => holder.slot === slot && holder.repId === repId),
  );
}

/** The holders of a territory in a few words. */
export function holdersText(territory: Held): string {
  const { holders, accounts, withoutHolder } = territory;
  if (holders.length > 0) return inWords.format([...new Set(holders.map((holder) => holder.name))]);
  if (accounts > 0 && withoutHolder < accounts) return 'held account by account';
  return 'nobody holds it';
}

/**
 * What it means that a territory names no holder; null where it names one. Accounts may still have holders of their
 * own: those set by hand, and those of slots that no territory fills.
 */
export function unheldSentence({ holders, heldBy, accounts, withoutHolder }: Held): string | null {
  if (holders.length > 0) return null;
  const held = accounts - withoutHolder;
  if (held === 0)
    return 'Nobody holds this territory, so its accounts belong to nobody when it is published.';
  const people = [...new Set(heldBy.map(({ name }) => name))];
  const names = people.length > 3 ? formatCount(people.length, 'person', 'people') : inWords.format(people);
  const start = `The territory names no holder; ${held === accounts ? (accounts === 1 ? 'its' : 'all') : `${formatNumber(held)} of`} ${formatCount(accounts, 'account')} ${held === 1 ? 'is' : 'are'} held one by one, by ${names}.`;
  if (withoutHolder === 0) return `${start} New accounts here would belong to nobody.`;
  return `${start} The other ${formatNumber(withoutHolder)} ${withoutHolder === 1 ? 'belongs' : 'belong'} to nobody when it is published.`;
}

/** The accounts of one slot that are held beside its named holders, and by whom; null without any. */
export function heldBesideText(territory: Held, slot: Held['heldBy'][number]['slot']): string | null {
  const beside = heldBeside(territory).filter((item) => item.slot === slot);
  if (beside.length === 0) return null;
  const total = beside.reduce((sum, item) => sum + item.accounts, 0);
  const start = `${formatCount(total, 'account')} held one by one`;
  const largest = [...beside].sort((a, b) => b.accounts - a.accounts).slice(0, 3);
  if (largest.length === 1) return `${start} by ${largest[0]?.name ?? ''}`;
  const names = largest.map(({ name, accounts }) => `${name} ${formatNumber(accounts)}`).join(', ');
  return `${start}: ${names}${beside.length > 3 ? ` and ${beside.length - 3} more` : ''}`;
}
