import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '#components/ui/tooltip.tsx';
import type { PinList } from '#lib/shared/pin-shapes.ts';
import { PinsView } from './pins-view.tsx';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: () => {}, refresh: () => {}, prefetch: () => {} }),
  usePathname: () => '/segments/seg_1/pins',
  useSearchParams: () => new URLSearchParams(),
}));
afterEach(() => vi.unstubAllGlobals());

const pin = (recordId: string, name: string) => ({
  ...{ recordId, name, side: 'in' as const, reason: 'Agreed', expiresOn: null, createdBy: 'Dara' },
});
const loaded = [pin('acc_1', 'Northgate'), pin('acc_2', 'Wexford')];
const first: PinList = {
  items: loaded.map((one) => ({ ...one, fromAt: 0 })),
  nextCursor: '2',
  counts: { in: 3, out: 0 },
};

it('takes all pins away but those that were taken out of the choice, loaded or not', async () => {
  const taken: unknown[] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    if (init.method === 'POST') {
      taken.push(JSON.parse(String(init.body)));
      return Promise.resolve(Response.json({ unpinned: 2, taken: [] }));
    }
    // Further rows of the list are refused, so that they stay not loaded.
    if (address.includes('limit=200')) {
      return Promise.resolve(Response.json({ detail: 'Not now.' }, { status: 503 }));
    }
    const isFirst = !address.includes('cursor=');
    const items = isFirst ? loaded : [pin('acc_3', 'Kestrel')];
    const wire = items.map((one) => ({ ...one, fromAt: '2026-11-01T00:00:00Z' }));
    return Promise.resolve(Response.json({ ...first, items: wire, nextCursor: isFirst ? '2' : null }));
  });
  render(
    <TooltipProvider>
      <PinsView
        first={first}
        segment={{ id: 'seg_1', name: 'Retail', entity: 'account', kind: 'rule' }}
        timeZone="UTC"
        noPin={null}
      />
    </TooltipProvider>,
  );
  const user = userEvent.setup();
  await user.keyboard('jx');
  await user.click(screen.getByRole('button', { name: 'Select all 3 that match' }));
  await user.keyboard('x');
  await user.click(screen.getByRole('button', { name: 'Take the pins away' }));
  await waitFor(() => expect(taken).toEqual([{ recordIds: ['acc_2', 'acc_3'] }]));
});
