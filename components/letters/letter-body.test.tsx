import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Letter, LetterAccount } from '#lib/shared/book-shapes.ts';
import { LetterBody } from './letter-body.tsx';

const account = (id: string, parts: Partial<LetterAccount> = {}): LetterAccount => ({
  id,
  crmId: null,
  name: `Account ${id}`,
  place: 'Reston, US',
  tier: 'Tier 2',
  territory: 'Mid-Atlantic',
  slot: 'ae',
  otherName: null,
  reason: 'Goes with its territory',
  ...parts,
});
const letter: Letter = {
  rep: { id: 'rep_1', name: 'Clara', role: 'ae' },
  manager: { name: 'Lena', email: null },
  plan: { name: 'FY26', number: 2, note: null, effectiveAt: 0, isInForce: true },
  versions: [2, 1],
  sinceAt: 0,
  asOf: 0,
  accounts: [
    { ...account('a'), isNew: true },
    { ...account('b', { tier: null }), isNew: false },
  ],
  came: [account('a', { otherName: 'Theo' })],
  went: [],
  holdovers: [],
};
const show = (parts: Partial<Letter> = {}) =>
  render(<LetterBody letter={{ ...letter, ...parts }} timeZone="UTC" workspace="Northwind" />);

describe('the letter to a rep', () => {
  it('says what changed, from whom, and which territory decided', () => {
    show();
    const came = screen.getByRole('table', { name: 'What came to you' });
    const cells = within(came).getAllByRole('row')[1];
    expect(cells).toHaveTextContent('Account aReston, USTier 2TheoMid-AtlanticGoes with its territory');
    expect(screen.getByText(/1 is in Tier 2 and 1 without a tier\./)).toBeInTheDocument();
  });

  it('names the slot only where there are several', () => {
    const { unmount } = show();
    expect(screen.queryByRole('columnheader', { name: 'As' })).toBeNull();
    unmount();
    show({ accounts: [...letter.accounts, { ...account('c', { slot: 'csm' }), isNew: false }] });
    expect(screen.getByRole('columnheader', { name: 'As' })).toBeInTheDocument();
  });
});
