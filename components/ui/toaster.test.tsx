import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { toast } from './toast.ts';
import { Toaster } from './toaster.tsx';

it('shows the first toast, also one from before there was a place for it, and those after', async () => {
  toast('Segment saved');
  render(<Toaster />);
  expect(await screen.findByText('Segment saved')).toBeVisible();
  act(() => toast('Segment published'));
  expect(await screen.findByText('Segment published')).toBeVisible();
});
