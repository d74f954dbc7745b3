import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { TooltipProvider } from '../ui/tooltip.tsx';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WorkList, WorkRow } from '#lib/shared/work-shapes.ts';
import { changeDraft, draftToInput, loggedSentence, newDraft } from './log-draft.ts';
import { MyAccounts } from './my-accounts.tsx';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: vi.fn(), replace: vi.fn(), refresh: vi.fn() }),
  usePathname: () => '/my',
  useSearchParams: () => new URLSearchParams(),
}));

const day = 20_776;

function row(id: string, name: string, contact: string): WorkRow {
  return {
    id,
    name,
    domain: null,
    industry: 'Manufacturing',
    city: null,
    state: null,
    country: 'US',
    employees: 500,
    revenue: null,
    journeyStage: null,
    score: 90,
    tier: { id: 'tie_1', name: 'Tier 1', rank: 1 },
    isCustomer: false,
    isDoNotContact: false,
    group: 'now',
    touchesFrom: 8,
    touchesDone: 6,
    touchesDue: 2,
    touchedAt: null,
    weeks: [0, 0, 0, 0, 0, 0, 0, 1],
    reasons: [
      {
        kind: 'intent',
        text: 'Intent: supply chain',
        detail: null,
        seenAt: null,
        dueOn: null,
        isUrgent: true,
      },
    ],
    contact: {
      id: contact,
      name: `Contact of ${name}`,
      jobTitle: null,
      persona: null,
      email: null,
      phone: null,
    },
    nextStep: null,
    snoozedUntilOn: null,
  };
}

const list: WorkList = {
  rep: { id: 'rep_1', name: 'Ansel Brightmoor', kind: 'rep' },
  items: [row('acc_1', 'Northgate Hydraulics', 'con_1'), row('acc_2', 'Halvorsen Gearworks', 'con_2')],
  nextCursor: null,
  count: 2,
  groups: [{ id: 'now', label: 'Act now', accounts: 2, touchesDue: 4 }],
  totals: { due: { sum: 4, mean: 2, known: 2 }, score: { sum: null, mean: null, known: 0 } },
  book: {
    accounts: 2,
    due: 4,
    dueAccounts: 2,
    doneAccounts: 0,
    snoozed: 0,
    withCustomers: false,
    customers: 0,
    doNotContact: 0,
  },
  today: { done: 1, planned: 3, dayOn: day, workingDaysLeft: 2 },
  replies: { count: 0, slaHours: null },
  meetings: { count: 0, nextAt: null },
  todayOn: day,
  monthEndOn: day + 10,
  asOf: Date.UTC(2026, 10, 19, 15),
};

type Sent = { method: string; path: string; body: Record<string, unknown> | null };
let sent: Sent[] = [];

const wireList = {
  ...list,
  asOf: '2026-11-19T15:00:00Z',
  todayOn: '2026-11-19',
  monthEndOn: '2026-11-29',
  today: { ...list.today, dayOn: '2026-11-19' },
};

function answer(path: string): unknown {
  if (path.includes('/work/my-accounts')) return wireList;
  if (path.includes('/brief')) {
    return {
      id: 'acc_1',
      reasons: [],
      talk: [{ label: 'Open with', text: 'Ask what made them look into it. Intent: supply chain.' }],
      recentSignals: 0,
      segments: [],
      committee: [],
      coverage: { personas: [], known: 0, reachable: 0 },
      nextSteps: [],
    };
  }
  if (path.includes('/snooze')) return { untilOn: '2026-11-20', beforeOn: null };
  if (path.includes('/views')) return { items: [], nextCursor: null };
  return {
    id: 'act_1',
    accountId: 'acc_1',
    accountName: null,
    contactId: null,
    contactName: null,
    type: 'touch',
    channel: null,
    outcome: null,
    ownerName: null,
    note: null,
    occurredAt: null,
    scheduledAt: null,
  };
}

beforeEach(() => {
  sent = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : null;
    sent.push({ method: init.method ?? 'GET', path, body });
    return Promise.resolve(Response.json(answer(path)));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show() {
  const settings = { timeZone: 'America/Chicago', currency: 'USD', isOwn: true, mayShareViews: false };
  render(
    <TooltipProvider>
      <MyAccounts initial={list} reps={[]} tiers={[]} settings={settings} />
    </TooltipProvider>,
  );
  return userEvent.setup();
}

const logged = () => sent.filter(({ method, path }) => method === 'POST' && path.endsWith('/activities'));

test('C then L logs a call with the best contact and goes on to the next account', async () => {
  const user = show();
  await user.keyboard('c');
  expect(await screen.findByRole('complementary', { name: 'Northgate Hydraulics' })).toBeTruthy();
  await user.keyboard('l');
  await waitFor(() => expect(logged()).toHaveLength(1));
  expect(logged()[0]?.body).toMatchObject({
    accountId: 'acc_1',
    contactId: 'con_1',
    type: 'touch',
    channel: 'call',
  });
  expect(await screen.findByRole('complementary', { name: 'Halvorsen Gearworks' })).toBeTruthy();
});

test('the peek says what to say, from what is known', async () => {
  const user = show();
  await user.keyboard('c');
  expect(await screen.findByText(/^Ask what made them look into it/)).toBeTruthy();
});

test('R prepares a positive reply, M a meeting that was held', async () => {
  const user = show();
  await user.keyboard('r');
  expect((await screen.findByRole('combobox', { name: 'Outcome' })).textContent).toContain('Positive');
  await user.keyboard('m');
  expect(screen.getByRole('combobox', { name: 'Outcome' }).textContent).toContain('Held');
  await user.keyboard('l');
  await waitFor(() => expect(logged()[0]?.body).toMatchObject({ type: 'meeting', outcome: 'meeting_held' }));
});

test('S offers days and puts the account off; N asks for a step', async () => {
  const user = show();
  await user.keyboard('s');
  await user.click(await screen.findByRole('button', { name: /^Tomorrow/ }));
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'PUT')).toMatchObject({
      path: '/api/v1/work/accounts/acc_1/snooze',
      body: { repId: 'rep_1' },
    }),
  );
  await user.keyboard('n');
  expect(await screen.findByRole('dialog', { name: /Next step for/ })).toBeTruthy();
});

test('X and Shift choose accounts, S puts all of them off together', async () => {
  const user = show();
  await user.keyboard('x{Shift>}J{/Shift}');
  expect(await screen.findByText('2 selected')).toBeTruthy();
  await user.keyboard('s');
  expect(await screen.findByRole('dialog', { name: 'Snooze 2 accounts' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Tomorrow/ }));
  await waitFor(() =>
    expect(sent.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual([
      '/api/v1/work/accounts/acc_1/snooze',
      '/api/v1/work/accounts/acc_2/snooze',
    ]),
  );
  await waitFor(() => expect(screen.queryByText('2 selected')).toBeNull());
});

test('keys do nothing while a note is typed', async () => {
  const user = show();
  await user.keyboard('e');
  await user.click(await screen.findByRole('textbox', { name: 'Note' }));
  await user.keyboard('call back later, missed');
  expect(logged()).toHaveLength(0);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a letter after G belongs to the way to another page', async () => {
  const user = show();
  await user.keyboard('gs');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('an outcome that no longer fits is dropped with the channel', () => {
  const call = changeDraft(newDraft('con_1'), { channel: 'call', outcome: 'no_answer' });
  expect(changeDraft(call, { channel: 'email' }).outcome).toBeNull();
  expect(changeDraft(call, { type: 'reply' }).outcome).toBe('positive_reply');
});

test('a booked meeting needs its time', () => {
  const booked = changeDraft(newDraft(null), { type: 'meeting', outcome: 'meeting_booked' });
  expect(draftToInput(booked, 'acc_1')).toEqual({ ok: false, problem: 'Say when the meeting is.' });
  const timed = draftToInput({ ...booked, scheduledFor: '2026-11-25T15:00' }, 'acc_1');
  expect(timed.ok && timed.body).toMatchObject({ type: 'meeting', outcome: 'meeting_booked' });
});

test('what was logged is said in a sentence', () => {
  const call = changeDraft(newDraft(null), { channel: 'call' });
  expect(loggedSentence(call, 'Sable River Foods')).toBe('Call to Sable River Foods logged');
});
