import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toasterStands } from '#components/ui/toaster-call.ts';
import type { AccountRequest } from '#lib/shared/request-shapes.ts';
import { RequestCard } from './request-card.tsx';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: () => {}, refresh: () => {}, prefetch: () => {} }),
  usePathname: () => '/territories/requests',
}));

type Card = ReactElement<{ sentence: string; tone: string; action?: { run: () => void } }>;
const told: { sentence: string; undo: (() => void) | undefined }[] = [];
const sent: string[] = [];
let takeDown = () => {};

const request: AccountRequest = {
  id: 'req_1',
  account: { id: 'acc_1', name: 'Wexford' },
  slot: 'ae',
  kind: 'give',
  from: { id: 'rep_1', name: 'Ada' },
  to: { id: 'rep_2', name: 'Ben' },
  reason: 'Knows them',
  status: 'open',
  askedBy: 'Ada',
  askedAt: 0,
  decidedBy: null,
  decidedAt: null,
  answer: null,
  givenTo: null,
  version: 1,
  isOwn: false,
  staleSentence: null,
  noDecision: null,
};

beforeEach(() => {
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    if (init.method === 'POST') sent.push(address);
    return Promise.resolve(Response.json({ ...request, askedAt: '2026-11-01T00:00:00Z' }));
  });
  takeDown = toasterStands({
    custom: (draw: (id: string) => Card) => {
      const { sentence, action } = draw('toast').props;
      told.push({ sentence, undo: action?.run });
    },
  } as unknown as Parameters<typeof toasterStands>[0]);
  told.length = 0;
  sent.length = 0;
});
afterEach(() => {
  takeDown();
  vi.unstubAllGlobals();
});

it('says what accepting changes, and takes it back', async () => {
  render(
    <RequestCard
      request={request}
      facts={{ currency: 'USD', timeZone: 'UTC', todayOn: 1, holders: [] }}
      isFirst={false}
    />,
  );
  expect(screen.getByText(/in the draft of the plan.*Scenarios stay as they are/s)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Accept' }));
  await waitFor(() => expect(told[0]?.sentence).toBe('Wexford changed hands, in the draft of the plan too'));
  told[0]?.undo?.();
  await waitFor(() => expect(told[1]?.sentence).toBe('Wexford is with Ada again'));
  expect(sent).toEqual(['/api/v1/account-requests/req_1/accept', '/api/v1/account-requests/req_1/undo']);
});
