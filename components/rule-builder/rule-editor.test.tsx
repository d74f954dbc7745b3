import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '#components/ui/tooltip.tsx';
import type { Draft } from '#lib/rules/draft.ts';
import type { RuleInsights } from './insights.ts';
import { condition, draftOf, EditorInTest } from './testing.tsx';

beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify({ items: [], nextCursor: null }))),
  );
});

function open(initial: Draft, insights: RuleInsights | null = null) {
  let latest = initial;
  const user = userEvent.setup();
  const view = render(
    <TooltipProvider>
      <EditorInTest initial={initial} insights={insights} onChange={(next) => (latest = next)} />
    </TooltipProvider>,
  );
  const row = (id: string) => view.container.querySelector<HTMLElement>(`[data-node="${id}"]`) as HTMLElement;
  return { user, row, rules: () => latest.root.rules, ids: () => latest.root.rules.map((rule) => rule.id) };
}

async function type(user: ReturnType<typeof userEvent.setup>, text: string): Promise<void> {
  await user.click(screen.getByRole('combobox', { name: 'Add a condition' }));
  await user.keyboard(text);
  await screen.findAllByRole('option');
  await user.keyboard('{Enter}');
}

const insights = (more: Partial<RuleInsights>): RuleInsights => ({
  count: 40,
  total: 1000,
  conditions: {},
  muted: {},
  missing: {},
  stale: false,
  ...more,
});

describe('typed entry', () => {
  it.each([
    ['employees > 500', { kind: 'field', field: 'employees', operator: 'gt', value: 500 }],
    ['uses sap', { kind: 'related', entity: 'technology', operator: 'gte', value: 1 }],
    ['in Enterprise', { kind: 'segment', segmentId: 'seg_1', member: true }],
    [
      '2 intent signals on supply chain in 30 days',
      { kind: 'related', entity: 'signal', value: 2, window: { last: 30, unit: 'day' } },
    ],
    ['in the US', { kind: 'field', field: 'country', value: ['US'] }],
  ])('lands “%s” ready-made', async (text, expected) => {
    const { user, rules } = open(draftOf());
    await type(user, text);
    expect(rules()).toMatchObject([expected]);
  });

  it('keeps the box for the next condition', async () => {
    const { user, rules } = open(draftOf());
    await type(user, 'employees > 500');
    await user.keyboard('revenue > 10m');
    await screen.findAllByRole('option');
    await user.keyboard('{Enter}');
    expect(rules()).toMatchObject([{ field: 'employees' }, { field: 'revenue', value: 10_000_000 }]);
  });

  it('says when nothing reads like what was typed', async () => {
    const { user } = open(draftOf());
    await user.click(screen.getByRole('combobox', { name: 'Add a condition' }));
    await user.keyboard('qwxz zzz');
    expect(await screen.findByText(/Nothing reads like/)).toBeVisible();
  });
});

const two = () =>
  draftOf(condition('a', 'employees', 'gte', 500), condition('b', 'industry', 'in', ['Retail']));

describe('keys', () => {
  it('undo and redo, and join what is typed into one box to one step', async () => {
    const { user, rules } = open(two());
    const box = screen.getByRole('textbox', { name: 'Value of Employees' });
    await user.clear(box);
    await user.type(box, '750');
    expect(rules()[0]).toMatchObject({ value: 750 });
    await user.keyboard('{Control>}z{/Control}');
    expect(rules()[0]).toMatchObject({ value: 500 });
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(rules()[0]).toMatchObject({ value: 750 });
  });

  it('move a condition, with Alt and an arrow or after picking it up, and keep the focus on it', async () => {
    const { user, row, ids } = open(two());
    within(row('b')).getByRole('button', { name: 'Move Industry' }).focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(ids()).toEqual(['b', 'a']);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Move Industry' })).toHaveFocus());
    await user.keyboard(' {ArrowDown} ');
    expect(ids()).toEqual(['a', 'b']);
  });

  it('remove and mute only where nothing is typed', async () => {
    const { user, row, rules, ids } = open(two());
    const box = screen.getByRole('textbox', { name: 'Value of Employees' });
    await user.type(box, '{Backspace}');
    expect(ids()).toEqual(['a', 'b']);
    within(row('b')).getByRole('button', { name: 'Move Industry' }).focus();
    await user.keyboard('m');
    expect(rules()[1]).toMatchObject({ id: 'b', muted: true });
    await user.keyboard('{Delete}');
    expect(ids()).toEqual(['a']);
  });
});

describe('a row', () => {
  it('that is unfinished says so, and can be removed', async () => {
    const { user, row, ids } = open(draftOf(condition('a', 'journeyStage', 'notIn')));
    expect(row('a')).toHaveTextContent('Unfinished, so it is left out of every count.');
    expect(screen.getByText('0 of 1 conditions counted')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove Journey stage' }));
    expect(ids()).toEqual([]);
  });

  it('that is muted says what it would do', async () => {
    const muted = { ...condition('a', 'owner', 'empty'), muted: true };
    const { user, row, rules } = open(
      draftOf(muted),
      insights({ muted: { a: { alone: 18_906, withIt: 97 } } }),
    );
    expect(row('a')).toHaveTextContent('Without it 40, with it 97; it keeps 18,906 alone.');
    await user.click(screen.getByRole('button', { name: 'Unmute Owner' }));
    expect(rules()[0]).not.toHaveProperty('muted');
  });

  it('that is filled in wrongly says what is wrong', () => {
    const { row } = open(draftOf(condition('a', 'employees', 'between', [2000, 500])));
    expect(row('a')).toHaveTextContent('needs its lower number first');
  });

  it('that removes nothing or everything says so in its place', () => {
    const conditions = { a: { alone: 900, without: 40 }, b: { alone: 50, without: 600 } };
    expect(open(two(), insights({ conditions })).row('a')).toHaveTextContent('Removes nothing');
  });

  it('that empties the segment names how many it removes', async () => {
    const conditions = { a: { alone: 900, without: 0 }, b: { alone: 50, without: 37 } };
    const { user, row, rules } = open(two(), insights({ count: 0, conditions }));
    expect(row('b')).toHaveTextContent('Removes all 37 that pass the rest.');
    await user.click(within(row('b')).getByRole('button', { name: 'Mute' }));
    expect(rules()[1]).toMatchObject({ muted: true });
  });

  it('that nobody passes says so, whoever else empties the segment', () => {
    const conditions = { a: { alone: 0, without: 0 }, b: { alone: 50, without: 0 } };
    const { row } = open(two(), insights({ count: 0, conditions }));
    expect(row('a')).toHaveTextContent('No account passes it, whatever else is asked.');
    expect(row('b')).toHaveTextContent('keeps 50 alone');
  });

  it('that is negative says whom it lets in, and takes them out in one click', async () => {
    const draft = draftOf(
      condition('a', 'ownership', 'notIn', ['government']),
      condition('b', 'name', 'notEmpty'),
    );
    const { user, row, rules } = open(
      draft,
      insights({ conditions: { a: { alone: 900, without: 70 } }, missing: { a: 64 } }),
    );
    expect(row('a')).toHaveTextContent('includes 64 accounts with no ownership');
    await user.click(screen.getByRole('button', { name: 'and is known' }));
    expect(rules()[1]).toMatchObject({ field: 'ownership', operator: 'notEmpty' });
  });

  it('whose field is gone stays, and offers another', async () => {
    const { row } = open(draftOf(condition('a', 'custom.plants', 'gte', 2)));
    expect(row('a')).toHaveTextContent('plants (removed)');
    expect(await within(row('a')).findByRole('button', { name: 'Replace' })).toBeVisible();
  });

  it('tells the dates that its window means', () => {
    const { row } = open(
      draftOf(condition('a', 'renewalOn', 'within', { next: 90, unit: 'day' })),
      insights({ conditions: { a: { alone: 10, without: 90 } } }),
    );
    expect(row('a')).toHaveTextContent('from 22 Nov to 20 Feb 2027');
  });
});

describe('groups', () => {
  it('change their operator, and the sentence follows', async () => {
    const { user, rules } = open(two());
    expect(screen.getByLabelText('The rule in words')).toHaveTextContent(
      'Accounts in Retail with at least 500 employees',
    );
    await user.click(screen.getByRole('button', { name: 'Group' }));
    expect(rules()[2]).toMatchObject({ kind: 'group', op: 'any', rules: [] });
    expect(screen.getAllByRole('combobox', { name: 'Add a condition' })).toHaveLength(2);
  });
});

describe('a hint', () => {
  const clash = () => draftOf(condition('a', 'country', 'eq', 'US'), condition('b', 'country', 'eq', 'DE'));

  it('stands at its condition, is counted above, and is settled in one click', async () => {
    const { user, row, rules } = open(clash());
    await waitFor(() =>
      expect(row('b')).toHaveTextContent(
        'Nobody can match both “Country is United States” and “Country is Germany”',
      ),
    );
    expect(row('a')).not.toHaveTextContent('Nobody can match');
    expect(screen.getByRole('button', { name: '1 hint' })).toBeVisible();
    await user.click(within(row('b')).getByRole('button', { name: 'Match either' }));
    expect(rules()).toMatchObject([{ id: 'a', operator: 'in', value: ['US', 'DE'] }]);
    expect(screen.queryByRole('button', { name: /hint/ })).toBeNull();
    await user.keyboard('{Control>}z{/Control}');
    expect(rules()).toHaveLength(2);
  });

  it('leads from the list to its condition', async () => {
    const { user, row } = open(clash());
    await user.click(await screen.findByRole('button', { name: '1 hint' }));
    await user.click(screen.getByRole('button', { name: 'Go there' }));
    await waitFor(() => expect(row('b')).toContainElement(document.activeElement as HTMLElement));
  });

  it('takes the place of "removes nothing"', async () => {
    const { row } = open(
      draftOf(condition('a', 'employees', 'gt', 500), condition('b', 'employees', 'gt', 200)),
      insights({ conditions: { a: { alone: 40, without: 90 }, b: { alone: 90, without: 40 } } }),
    );
    await waitFor(() =>
      expect(row('b')).toHaveTextContent(
        'Needless: whoever matches “Employees is more than 500” matches this too',
      ),
    );
    expect(row('b')).not.toHaveTextContent('Removes nothing');
    expect(row('b')).toHaveTextContent('keeps 90 alone');
  });

  it('says nothing of a rule in which all is well', async () => {
    const { row } = open(two());
    // Hints come about a second after the rule.
    await act(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
    expect(screen.queryByRole('button', { name: /hint/ })).toBeNull();
    expect(row('a').querySelector('[data-finding]')).toBeNull();
  });
});
