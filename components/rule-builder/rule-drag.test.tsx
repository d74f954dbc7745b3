import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { TooltipProvider } from '#components/ui/tooltip.tsx';
import type { Draft } from '#lib/rules/draft.ts';
import { condition, draftOf, EditorInTest } from './testing.tsx';

const rules = draftOf(condition('a', 'employees', 'gte', 100), condition('b', 'revenue', 'gte', 1000), {
  id: 'g',
  kind: 'group',
  op: 'any',
  rules: [],
});
const idsOf = (draft: Draft) => draft.root.rules.map(({ id }) => id);

/** Opens the rule with its rows one below the other, 40 px each. */
function open(onChange: (draft: Draft) => void): void {
  render(
    <TooltipProvider>
      <EditorInTest initial={rules} onChange={onChange} />
    </TooltipProvider>,
  );
  document.querySelectorAll<HTMLElement>('[data-node]').forEach((row, index) => {
    row.getBoundingClientRect = () => new DOMRect(0, index * 40, 300, 40);
  });
}

const grip = () => screen.getByRole('button', { name: /^Move Employees/ });
const settled = () => act(() => new Promise((done) => setTimeout(done)));

async function drag(toY: number): Promise<void> {
  fireEvent.pointerDown(grip(), { button: 0, isPrimary: true, clientX: 5, clientY: 10 });
  for (const clientY of [18, toY - 1, toY]) {
    fireEvent.pointerMove(document, { clientX: 5, clientY });
    await settled();
  }
}
async function letGo(): Promise<void> {
  fireEvent.pointerUp(document);
  await settled();
}

it('moves a row behind the one whose lower half it is dropped on', async () => {
  const onChange = vi.fn<(draft: Draft) => void>();
  open(onChange);
  await drag(75);
  await letGo();
  expect(idsOf(onChange.mock.lastCall?.[0] ?? rules)).toEqual(['b', 'a', 'g']);
});

it('puts a row into an empty group', async () => {
  const onChange = vi.fn<(draft: Draft) => void>();
  open(onChange);
  await drag(100);
  await letGo();
  const [, group] = onChange.mock.lastCall?.[0].root.rules ?? [];
  expect(group).toMatchObject({ id: 'g', rules: [{ id: 'a' }] });
});

it('changes nothing when Esc gives the drag up, or the row is dropped on itself', async () => {
  const onChange = vi.fn();
  open(onChange);
  await drag(75);
  fireEvent.keyDown(document, { code: 'Escape', key: 'Escape' });
  await settled();
  await letGo();
  await drag(30);
  await letGo();
  expect(onChange).not.toHaveBeenCalled();
});
