import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { TooltipProvider } from '#components/ui/tooltip.tsx';
import type { Overlap } from '#lib/shared/overlap-shapes.ts';
import { OverlapMatrix } from './overlap-matrix.tsx';
import { OverlapSets } from './overlap-sets.tsx';

const overlap: Overlap = {
  entity: 'account',
  segments: [
    { id: 'seg_1', name: 'Enterprise' },
    { id: 'seg_2', name: 'Retail' },
    { id: 'seg_3', name: 'EMEA' },
  ],
  intersections: [
    { sets: [1], count: 40 },
    { sets: [0, 2], count: 12 },
  ],
} as Overlap;

/** Which segments a link asks to be in, and which not. */
function asked(link: HTMLElement) {
  const url = new URL(link.getAttribute('href') ?? '', 'http://localhost');
  const { root } = JSON.parse(url.searchParams.get('rule') ?? '') as {
    root: { rules: { segmentId: string; member: boolean }[] };
  };
  const ids = (member: boolean) =>
    root.rules.filter((rule) => rule.member === member).map((rule) => rule.segmentId);
  return { path: url.pathname, in: ids(true), out: ids(false) };
}

it('leads from a combination to those who are in exactly its segments', () => {
  render(<OverlapSets overlap={overlap} />, { wrapper: TooltipProvider });
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining('Only Retail'),
    expect.stringContaining('Enterprise and EMEA'),
  ]);
  expect(asked(screen.getByRole('link', { name: '12 accounts: Enterprise and EMEA' }))).toEqual({
    path: '/accounts',
    in: ['seg_1', 'seg_3'],
    out: ['seg_2'],
  });
});

it('leads from a pair to those who are in both', () => {
  render(<OverlapMatrix overlap={overlap} />, { wrapper: TooltipProvider });
  expect(asked(screen.getByRole('link', { name: '12 accounts in EMEA and Enterprise' }))).toMatchObject({
    in: ['seg_3', 'seg_1'],
    out: [],
  });
  expect(screen.queryByRole('link', { name: /Retail and EMEA/ })).toBeNull();
});
