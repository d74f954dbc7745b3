import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ExplainedRule, Explanation } from '#lib/shared/segment-activity-shapes.ts';
import { ExplainBody, ExplanationTree } from './explain-panel.tsx';

const refresh = vi.fn();
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh }) }));

function rule(overrides: Partial<ExplainedRule>): ExplainedRule {
  return {
    id: 'a',
    kind: 'field',
    op: null,
    label: 'Employees is at least 500',
    outcome: true,
    known: true,
    actual: '1,240',
    field: 'account.employees',
    source: null,
    latestAt: null,
    children: [],
    ...overrides,
  };
}

function explanation(isMember: boolean, children: ExplainedRule[]): Explanation {
  return {
    record: { id: 'acc_1', name: 'Halvorsen Gearworks' },
    segment: { id: 'seg_1', name: 'Large machinery' },
    isMember,
    tree: rule({
      id: 'root',
      kind: 'group',
      op: 'all',
      label: 'All of',
      outcome: isMember,
      actual: null,
      children,
    }),
    wayIn: isMember ? [] : children.filter(({ outcome }) => !outcome).map(({ id }) => ({ id, holds: true })),
    pinning: null,
    asOf: 0,
  };
}

test('every condition says whether it passes, and what the account has', () => {
  render(
    <ExplanationTree
      explanation={explanation(false, [
        rule({}),
        rule({ id: 'b', label: 'Industry is Machinery', outcome: false, actual: 'Retail' }),
      ])}
    />,
  );
  expect(screen.getByText('not in')).toBeVisible();
  expect(screen.getAllByRole('img', { name: 'Fails' })).toHaveLength(2);
  expect(screen.getByRole('img', { name: 'Passes' })).toBeVisible();
  expect(screen.getByText('Retail')).toBeVisible();
});

test('a missing value is told as not known, not as a failure', () => {
  render(
    <ExplanationTree
      explanation={explanation(false, [rule({ outcome: false, known: false, actual: 'not known' })])}
    />,
  );
  expect(screen.getByRole('img', { name: 'Not known' })).toBeVisible();
  expect(screen.getAllByRole('img', { name: 'Fails' })).toHaveLength(1);
});

test('a missing value that lets the account in says so', () => {
  render(
    <ExplanationTree
      explanation={explanation(true, [
        rule({ label: 'Industry is not Retail', outcome: true, known: false, actual: 'not known' }),
      ])}
    />,
  );
  expect(screen.getByText('Not known, and that lets it in')).toBeVisible();
});

test('what would bring it in is said with what the account has now', () => {
  render(
    <ExplanationTree
      explanation={explanation(false, [
        rule({}),
        rule({ id: 'b', label: 'Industry is Machinery', outcome: false, actual: 'Retail' }),
        rule({
          id: 'c',
          label: 'Revenue is at least $10M',
          outcome: false,
          known: false,
          actual: 'not known',
        }),
      ])}
    />,
  );
  const wayIn = within(screen.getByRole('region', { name: 'What would bring it in' }));
  expect(wayIn.getByText('2 things together would bring it in')).toBeVisible();
  const items = wayIn.getAllByRole('listitem').map((item) => item.textContent);
  expect(items).toEqual([
    'Industry is Machinerynow Retail',
    'Revenue is at least $10Mnot known now: it may be so already',
  ]);
});

test('a value says where it came from and how old it is', () => {
  const day = 86_400_000;
  const source = { kind: 'person', name: 'Dara Winslade', setAt: -3 * day, isPinned: true } as const;
  render(
    <ExplanationTree
      explanation={explanation(true, [
        rule({ source }),
        rule({ id: 'b', kind: 'related', label: 'Have at least 2 signals', actual: '3', latestAt: -day }),
      ])}
    />,
  );
  expect(screen.getByText(/by Dara Winslade, 3 days ago/)).toBeVisible();
  expect(screen.getByText(/the newest yesterday/)).toBeVisible();
  expect(screen.queryByRole('region', { name: 'What would bring it in' })).toBeNull();
});

const pinning = (
  pin: { side: 'in' | 'out'; reason: string } | null,
  mayPin = true,
): Explanation['pinning'] => ({
  segment: { id: 'seg_1', name: 'Large machinery', entity: 'account', kind: 'rule' },
  pin,
  mayPin,
});

/** Answers the explanation, and whatever is sent to pin; `sent` is what was sent. */
function answering(explanation: Explanation) {
  const sent: { path: string; body: unknown }[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(async (path: string, init: { body: string }) => {
      sent.push({ path, body: JSON.parse(init.body) });
      const wire = { ...explanation, asOf: new Date(explanation.asOf).toISOString() };
      const pins = { recordIds: ['acc_1'], replaced: [], taken: [] };
      const outcome = { pinned: 1, unpinned: 1, notFound: [], ...pins };
      const answer = path.endsWith('/explain') ? wire : outcome;
      return new Response(JSON.stringify(answer));
    }),
  );
  return sent;
}

test('who may pin puts an account in from the explanation, and it is asked again', async () => {
  const user = userEvent.setup();
  const sent = answering({ ...explanation(false, [rule({ outcome: false })]), pinning: pinning(null) });
  const onPinned = vi.fn();
  render(<ExplainBody recordId="acc_1" segmentId="seg_1" asOf={1000} timeZone="UTC" onPinned={onPinned} />);
  await user.click(await screen.findByRole('button', { name: 'Put it in…' }));
  await user.type(await screen.findByLabelText('Reason'), 'Board contact');
  await user.click(screen.getByRole('button', { name: 'Pin in' }));
  expect(sent.find(({ path }) => path === '/api/v1/segments/seg_1/pins')?.body).toEqual({
    side: 'in',
    records: ['acc_1'],
    reason: 'Board contact',
    expiresOn: null,
  });
  expect(onPinned).toHaveBeenCalledOnce();
  // A pin holds from now on: the question after it is about now.
  await screen.findByRole('button', { name: 'Put it in…' });
  expect(sent.at(-1)).toEqual({
    path: '/api/v1/segments/explain',
    body: { recordId: 'acc_1', segmentId: 'seg_1' },
  });
});

test('a pin is taken away where it decides', async () => {
  const user = userEvent.setup();
  const kept = explanation(false, [rule({})]);
  const sent = answering({ ...kept, pinning: pinning({ side: 'out', reason: 'Left' }) });
  render(<ExplainBody recordId="acc_1" segmentId="seg_1" timeZone="UTC" />);
  await user.click(await screen.findByRole('button', { name: 'Take the pin away' }));
  expect(sent.find(({ path }) => path.endsWith('/unpin'))?.body).toEqual({ recordIds: ['acc_1'] });
});

test('who may not pin, and a day that is over, get no buttons', async () => {
  answering({ ...explanation(true, [rule({})]), pinning: pinning(null, false) });
  const view = render(<ExplainBody recordId="acc_1" segmentId="seg_1" timeZone="UTC" />);
  expect(await screen.findByText(/As of/)).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
  view.unmount();
  answering({ ...explanation(true, [rule({})]), pinning: pinning(null) });
  render(<ExplainBody recordId="acc_1" segmentId="seg_1" timeZone="UTC" isPast />);
  expect(await screen.findByText(/As of/)).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});
