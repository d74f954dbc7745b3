import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { CapacityView } from '#lib/shared/capacity-shapes.ts';
import { gapSentence, monthText } from './capacity-words.ts';
import { TierTable } from './tier-table.tsx';

const month = (name: string, gapTouches: number) =>
  ({ month: name, gapTouches }) as CapacityView['months'][number];

describe('what the months say together', () => {
  it('names how many are short and the worst of them', () => {
    const demandTouches = 100;
    expect(monthText('2026-06')).toBe('Jun 2026');
    expect(gapSentence({ demandTouches, months: [month('2026-06', 5), month('2026-07', 0)] })).toBe(
      'The team can do what the tiers ask for in every month shown.',
    );
    expect(
      gapSentence({
        demandTouches,
        months: [month('2026-06', -5), month('2026-07', -40), month('2026-08', 1)],
      }),
    ).toBe('Short in 2 of 3 months, most by 40 touches in Jul 2026.');
    expect(gapSentence({ demandTouches, months: [month('2026-06', -1)] })).toBe(
      'Short in every month shown, most by 1 touch in Jun 2026.',
    );
    expect(gapSentence({ demandTouches: 0, months: [month('2026-06', 0)] })).toContain('No account');
  });
});

describe('tiers sized to capacity', () => {
  const tier = {
    id: 'tie_1',
    name: 'Tier 1',
    rank: 1,
    accounts: 300,
    touchesFrom: 8,
    touchesTo: 12,
    touches: 3000,
    capAccounts: 20,
    carried: 240,
    most: 240,
  };
  const view = { people: 12, touchesEach: 220, tiers: [tier] } as unknown as CapacityView;

  it('shows what is carried and left, and asks anew for another number of people', async () => {
    const onPeople = vi.fn();
    render(<TierTable view={view} onPeople={onPeople} />);
    expect(screen.getByText(/at most 240 accounts of Tier 1 alone/)).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /Tier 1 8–12 20 300 3,000 240 60 240/ })).toBeInTheDocument();
    const people = screen.getByRole('textbox', { name: 'People at full capacity' });
    await userEvent.clear(people);
    await userEvent.type(people, '15{Enter}');
    expect(onPeople).toHaveBeenLastCalledWith(15);
  });
});
