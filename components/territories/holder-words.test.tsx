import { describe, expect, it } from 'vitest';
import type { PlanTerritory } from '#lib/shared/plan-shapes.ts';
import { heldBesideText, holdersText, unheldSentence } from './holder-words.ts';

const ada = { slot: 'ae' as const, repId: 'rep_1', name: 'Ada' };
const ben = { slot: 'ae' as const, repId: 'rep_2', name: 'Ben' };
const territory = (parts: Partial<PlanTerritory>) => ({
  holders: [],
  heldBy: [],
  accounts: 14,
  withoutHolder: 14,
  ...parts,
});

describe('who holds a territory, in words', () => {
  it('says nobody only where no account has a holder', () => {
    expect(unheldSentence(territory({}))).toBe(
      'Nobody holds this territory, so its accounts belong to nobody when it is published.',
    );
    expect(holdersText(territory({}))).toBe('nobody holds it');
  });

  it('names those who hold accounts one by one, and what is left', () => {
    const held = territory({
      heldBy: [
        { ...ada, accounts: 8 },
        { ...ben, accounts: 4 },
      ],
      withoutHolder: 2,
    });
    expect(unheldSentence(held)).toBe(
      'The territory names no holder; 12 of 14 accounts are held one by one, by Ada and Ben. The other 2 belong to nobody when it is published.',
    );
    expect(heldBesideText(held, 'ae')).toBe('12 accounts held one by one: Ada 8, Ben 4');
    expect(heldBesideText(held, 'csm')).toBeNull();
    const all = { ...held, heldBy: [{ ...ada, accounts: 14 }], withoutHolder: 0 };
    expect(unheldSentence(all)).toBe(
      'The territory names no holder; all 14 accounts are held one by one, by Ada. New accounts here would belong to nobody.',
    );
  });

  it('counts beside its named holders only who is not one of them', () => {
    const named = territory({
      holders: [{ ...ada, kind: 'rep', weight: 1 }],
      heldBy: [
        { ...ada, accounts: 13 },
        { ...ben, accounts: 1 },
      ],
      withoutHolder: 0,
    });
    expect(unheldSentence(named)).toBeNull();
    expect(holdersText(named)).toBe('Ada');
    expect(heldBesideText(named, 'ae')).toBe('1 account held one by one by Ben');
  });
});
