import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '#components/ui/tooltip.tsx';
import type { Draft } from '#lib/rules/draft.ts';
import { scrollStep } from './drop-place.ts';
import { condition, draftOf, EditorInTest } from './testing.tsx';

const rules = draftOf(condition('a', 'employees', 'gte', 100), condition('b', 'revenue', 'gte', 1000), {
  id: 'g',
  kind: 'group',
  op: 'any',
  rules: [],
});
const idsOf = (draft: Draft) => draft.root.rules.map(({ id }) => id);

function open(onChange: (draft: Draft) => void): void {
  render(
    <TooltipProvider>
      <EditorInTest initial={rules} onChange={onChange} />
    </TooltipProvider>,
  );
}

/** Lays the rows out one below the other, 40 px each, and points at the one at `y`. */
function layOut(): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-node]')];
  rows.forEach((row, index) => {
    row.getBoundingClientRect = () => new DOMRect(0, index * 40, 300, 40);
  });
  document.elementsFromPoint = (_x, y) => rows.slice(Math.floor(y / 40), Math.floor(y / 40) + 1);
}

function drag(grip: HTMLElement, toY: number): void {
  fireEvent.pointerDown(grip, { button: 0, clientX: 5, clientY: 10 });
  act(() => {
    window.dispatchEvent(new MouseEvent('pointermove', { clientX: 5, clientY: toY }));
  });
}
const letGo = () => act(() => void window.dispatchEvent(new MouseEvent('pointerup')));

afterEach(() => {
  Reflect.deleteProperty(document, 'elementsFromPoint');
});

it('moves a row behind the one whose lower half it is dropped on', () => {
  const onChange = vi.fn<(draft: Draft) => void>();
  open(onChange);
  layOut();
  drag(screen.getByRole('button', { name: /^Move Employees/ }), 75);
  letGo();
  expect(idsOf(onChange.mock.lastCall?.[0] ?? rules)).toEqual(['b', 'a', 'g']);
});

it('puts a row into an empty group', () => {
  const onChange = vi.fn<(draft: Draft) => void>();
  open(onChange);
  layOut();
  drag(screen.getByRole('button', { name: /^Move Employees/ }), 100);
  letGo();
  const [, group] = onChange.mock.lastCall?.[0].root.rules ?? [];
  expect(group).toMatchObject({ id: 'g', rules: [{ id: 'a' }] });
});

it('changes nothing when Esc gives the drag up, or the row is dropped on itself', () => {
  const onChange = vi.fn();
  open(onChange);
  layOut();
  const grip = screen.getByRole('button', { name: /^Move Employees/ });
  drag(grip, 75);
  act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })));
  letGo();
  drag(grip, 30);
  letGo();
  expect(onChange).not.toHaveBeenCalled();
});

it('scrolls a list only near its edges, faster the nearer', () => {
  const box = { top: 100, bottom: 500 };
  expect(scrollStep(300, box)).toBe(0);
  expect(scrollStep(120, box)).toBeLessThan(0);
  expect(scrollStep(490, box)).toBeGreaterThan(scrollStep(470, box));
  expect(scrollStep(900, box)).toBe(16);
});
