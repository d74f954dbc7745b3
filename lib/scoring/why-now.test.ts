import { expect, test } from 'vitest';
import { parseIsoDay } from '#lib/shared/days.ts';
import { type AccountNews, type SignalFact, whyNow } from './why-now.ts';

const now = Date.UTC(2026, 10, 19, 15, 0);
const today = parseIsoDay('2026-11-19') ?? 0;
const settings = { now, timeZone: 'America/Chicago', highIntentStrength: 70, currency: 'USD' };
const quiet: AccountNews = { signals: [], reply: null, meeting: null, step: null, renewalOn: null };

function signal(type: string, daysAgo: number, more: Partial<SignalFact> = {}): SignalFact {
  return {
    type,
    topic: null,
    strength: null,
    quantity: null,
    amount: null,
    person: null,
    occurredAt: now - daysAgo * 86_400_000,
    ...more,
  };
}

const lines: [string, SignalFact[], string][] = [
  [
    'a demo with pricing visits',
    [signal('demo_request', 1), signal('pricing_view', 2), signal('pricing_view', 3)],
    'Demo request, 2nd visit to pricing',
  ],
  [
    'several intent topics, the strong one named',
    [
      signal('intent', 1, { topic: 'ERP migration', strength: 40 }),
      signal('intent', 3, { topic: 'supply chain', strength: 88 }),
      signal('intent', 4, { topic: 'demand planning', strength: 30 }),
    ],
    'Intent: supply chain, 3 topics',
  ],
  [
    'one opening',
    [signal('hiring', 2, { topic: 'engineering', quantity: 1 })],
    'Hiring in engineering, 1 opening',
  ],
  [
    'a new officer',
    [signal('leadership_change', 2, { topic: 'Chief Supply Chain Officer' })],
    'New Chief Supply Chain Officer',
  ],
  [
    'money raised',
    [signal('funding_round', 5, { topic: 'series-b', amount: 24_000_000 })],
    'Funding: Series B of $24M',
  ],
  [
    'visits',
    [signal('website_visit', 1, { topic: 'case studies' }), signal('website_visit', 2)],
    '2 visits, last to case studies',
  ],
  ['a kind that nobody foresaw', [signal('store_opening', 1, { topic: 'Reno' })], 'Store opening: Reno'],
];

test.each(lines)('says %s in plain words', (_, signals, text) => {
  expect(whyNow({ ...quiet, signals }, settings)[0]?.text).toBe(text);
});

test('an unanswered positive reply comes before every signal and is urgent', () => {
  const reply = { occurredAt: now - 3_600_000, outcome: 'positive_reply', person: 'Petra', title: 'CFO' };
  const [first] = whyNow({ ...quiet, reply, signals: [signal('demo_request', 0)] }, settings);
  expect(first).toMatchObject({ kind: 'reply', text: 'Positive reply from the CFO', isUrgent: true });
});

test('fresh small news passes stale big news', () => {
  const signals = [signal('demo_request', 29), signal('expansion', 1, { topic: 'second plant' })];
  expect(whyNow({ ...quiet, signals }, settings)[0]?.text).toBe('Expansion: second plant');
});

test('signals of more than 30 days and of the future say nothing', () => {
  const signals = [signal('demo_request', 31), signal('intent', -1, { strength: 90 })];
  expect(whyNow({ ...quiet, signals }, settings)).toEqual([]);
});

test.each([
  [0, 'Renewal today', true],
  [1, 'Renewal in 1 day', true],
  [41, 'Renewal in 41 days', true],
  [60, 'Renewal in 60 days', false],
])('a renewal in %i days', (inDays, text, isUrgent) => {
  expect(whyNow({ ...quiet, renewalOn: today + inDays }, settings)[0]).toMatchObject({ text, isUrgent });
});

test('a renewal that passed or lies far ahead is no reason', () => {
  expect(whyNow({ ...quiet, renewalOn: today - 1 }, settings)).toEqual([]);
  expect(whyNow({ ...quiet, renewalOn: today + 91 }, settings)).toEqual([]);
});

test('a meeting is counted by the days of the workspace’s zone', () => {
  const scheduledAt = Date.UTC(2026, 10, 21, 4, 0);
  expect(whyNow({ ...quiet, meeting: { scheduledAt, person: 'Noor' } }, settings)[0]?.text).toBe(
    'Meeting tomorrow with Noor',
  );
});

test('a step that is overdue is urgent, one of next week is not', () => {
  const overdue = whyNow({ ...quiet, step: { dueOn: today - 2, text: 'Send the benchmark' } }, settings);
  const ahead = whyNow({ ...quiet, step: { dueOn: today + 5, text: 'Send the benchmark' } }, settings);
  expect([overdue[0]?.isUrgent, ahead[0]?.isUrgent]).toEqual([true, false]);
});
