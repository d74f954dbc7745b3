import { slotLabels } from '#lib/shared/plan-shapes.ts';
import type { AccountRequest } from '#lib/shared/request-shapes.ts';

export const statusWords: Record<
  AccountRequest['status'],
  { label: string; tone?: 'caution' | 'good' | 'bad' }
> = {
  open: { label: 'Open', tone: 'caution' },
  accepted: { label: 'Accepted', tone: 'good' },
  refused: { label: 'Refused', tone: 'bad' },
  withdrawn: { label: 'Taken back' },
};

/** What a request asks, in one line without the account: `AE: from nobody to Orla Kestermann`. */
export function wishWords({ slot, kind, from, to, givenTo }: AccountRequest): string {
  const taker = givenTo ?? to;
  if (kind === 'other' && taker === null) {
    return `${slotLabels[slot]}: something should change; ${from?.name ?? 'nobody'} holds it`;
  }
  return `${slotLabels[slot]}: from ${from?.name ?? 'nobody'} to ${taker?.name ?? 'anybody else'}`;
}
