import { formatCount } from '#lib/shared/format.ts';
import type { Unplaced } from './split-territory.ts';

export type SplitParty = { name: string; maxAccounts: number | null; capacityTouches: number | null };

const inWords = new Intl.ListFormat('en', { type: 'conjunction' });

/**
 * What an even split could not place, why, and what to do: by accounts where a cap stops it, and how many touches a
 * month its holders are short where their capacity does. Null when everything found room.
 */
export function unplacedSentence(
  unplaced: Unplaced,
  holders: readonly SplitParty[],
  slotLabel: string,
): string | null {
  const { accounts, workloadTouches, limits } = unplaced;
  if (accounts === 0) return null;
  if (limits.length === 0) {
    return `None of the ${slotLabel} holders is active, so nothing can be split. Add somebody who is.`;
  }
  const isFull = limits.includes('capacity');
  const isCapped = limits.includes('cap');
  const stopping = holders.filter(
    ({ maxAccounts, capacityTouches }) =>
      (isCapped && maxAccounts !== null) || (isFull && capacityTouches !== null),
  );
  const what = isFull ? (isCapped ? 'account caps and capacity' : 'capacity') : 'account caps';
  const short = isFull ? `Short by ${formatCount(workloadTouches, 'touch', 'touches')} a month: ` : '';
  const remedy = isFull ? (isCapped ? 'a cap or their capacity' : 'their capacity') : 'a cap';
  return `${short}${formatCount(accounts, 'account')} found no room under the ${what} of ${inWords.format(stopping.map(({ name }) => name))} and ${accounts === 1 ? 'has' : 'have'} no ${slotLabel}. Raise ${remedy} or add a holder, then split again.`;
}
