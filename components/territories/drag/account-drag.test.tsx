import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RowSelection } from '#components/table/selection.ts';
import { Announcer } from '#components/ui/announcer.tsx';
import { Toaster } from '#components/ui/toaster.tsx';
import type { PlanAccountView } from '#lib/shared/plan-account-shapes.ts';
import type { PlanBook, PlanView } from '#lib/shared/plan-shapes.ts';
import { PlannerProvider } from '../planner-context.tsx';
import { AccountDrag } from './account-drag.tsx';
import { AccountGrip } from './account-grip.tsx';
import { DragSourceProvider } from './drag-state.ts';

const side = { potentialAmount: 0, potentialUnknown: 0, workloadTouches: 0 };
const book = (repId: string, name: string): PlanBook => ({
  slot: 'ae',
  repId,
  name,
  kind: 'rep',
  managerId: null,
  managerName: 'Mo Lee',
  capacityTouches: null,
  maxAccounts: 10,
  shareBefore: 1,
  shareAfter: 1,
  before: { ...side, accounts: 9 },
  after: { ...side, accounts: 9 },
});
const territory = (id: string, name: string): PlanView['territories'][number] => ({
  id,
  name,
  kind: 'geography',
  color: 1,
  position: 1,
  summary: name,
  parentId: null,
  places: [],
  issue: null,
  holders: [],
  accounts: 5,
  potentialAmount: 0,
  workloadTouches: 0,
  bySteps: {},
  heldBy: [],
  withoutHolder: 0,
});
const plan: PlanView = {
  id: 'pla_1',
  name: 'FY27',
  status: 'published',
  version: 3,
  publishedAt: null,
  startsOn: null,
  endsOn: null,
  scenario: null,
  publishedNumber: 1,
  accounts: 10,
  territories: [territory('ter_1', 'West'), territory('ter_2', 'East')],
  unassigned: { ...territory('', 'Unassigned'), id: null, kind: null, color: null },
  books: [book('rep_1', 'Ada Lund'), book('rep_2', 'Ben Hale')],
  toleranceRate: 0.1,
  locks: 0,
  moves: 0,
  movedAmount: 0,
  placesNewAccounts: false,
  unassignedReasons: { kept: 0, noPlace: 0, notCovered: 0 },
};
const acme: PlanAccountView = {
  id: 'acc_1',
  name: 'Acme',
  country: 'US',
  state: 'US-WA',
  potentialAmount: 100,
  workloadTouches: 1,
  territoryBefore: { id: 'ter_1', name: 'West' },
  territoryAfter: { id: 'ter_1', name: 'West' },
  step: 'geography',
  isLocked: false,
  reason: null,
  losing: [],
  slots: [{ slot: 'ae', from: null, to: { id: 'rep_1', name: 'Ada Lund' }, reason: null }],
};

const sent: { path: string; body: unknown }[] = [];
let answerEffect: (signal: AbortSignal | null | undefined) => Promise<Response>;
const effectOf = (locked = 0) => ({
  accounts: 1,
  locked,
  books: [
    {
      ...book('rep_2', 'Ben Hale'),
      after: { ...side, accounts: 12 },
      pipelineBeforeAmount: 0,
      pipelineAfterAmount: 80_000,
    },
  ],
  movesBefore: 0,
  movesAfter: 1,
});

beforeEach(() => {
  sent.length = 0;
  answerEffect = () => Promise.resolve(Response.json(effectOf()));
  Element.prototype.scrollIntoView = vi.fn();
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(init.body)) as unknown });
    if (path.endsWith('/effect')) return answerEffect(init.signal);
    return Promise.resolve(Response.json({ undoId: 'aud_1', accounts: 1 }));
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A list with one account at the right of a tree of two territories, 20 px each, and the books once one drags. */
function open({
  row = acme,
  selection = { mode: 'some', ids: [] } as RowSelection,
  canMove = true,
  onMoved = vi.fn(),
} = {}) {
  const matching = { territory: null, rep: null, q: '', changes: false, locked: false };
  render(
    <PlannerProvider
      value={{
        plan,
        scenarios: [],
        rights: { noMove: null, noRestructure: null, noPublish: null, noReps: null, isScoped: false },
        holders: [
          { id: 'rep_1', name: 'Ada Lund', kind: 'rep', role: 'AE' },
          { id: 'rep_2', name: 'Ben Hale', kind: 'rep', role: 'AE' },
          { id: 'rep_3', name: 'Cy New', kind: 'rep', role: 'AE' },
        ],
        currency: 'USD',
        timeZone: 'UTC',
        fiscalYearStartMonth: 1,
        now: 0,
        catalog: { customFields: [], references: {}, segments: [] },
        isStale: false,
        refresh: vi.fn(),
      }}
    >
      <AccountDrag slot="ae" onMoved={onMoved}>
        <div data-drop-area="territories">
          <div data-drop="territory:ter_1" />
          <div data-drop="territory:ter_2" />
        </div>
        <DragSourceProvider value={canMove ? { selection, matching, total: 40 } : null}>
          <AccountGrip row={row} />
        </DragSourceProvider>
      </AccountDrag>
      <Announcer />
      <Toaster />
    </PlannerProvider>,
  );
  return onMoved;
}

/** Where things stand: the tree at 0–100 px, the list behind it, the books from 500 px on, 20 px a row. */
function rectOf(this: Element): DOMRect {
  const key = this.getAttribute('data-drop');
  const area = this.getAttribute('data-drop-area');
  if (area) return new DOMRect(area === 'books' ? 500 : 0, 0, 100, 100);
  if (key === null) return new DOMRect(200, 50, 10, 10);
  const at = [...document.querySelectorAll(`[data-drop^="${key.split(':')[0]}"]`)].indexOf(this);
  return new DOMRect(key.startsWith('book') ? 500 : 0, at * 20, 100, 20);
}
beforeEach(() => {
  Element.prototype.getBoundingClientRect = rectOf;
});

const settled = (ms = 0) => act(() => new Promise((done) => setTimeout(done, ms)));
const grip = (name = /^Move /) => screen.getByRole('button', { name });
const posts = () => sent.filter(({ path }) => !path.endsWith('/effect'));

async function dragTo(x: number, y: number): Promise<void> {
  fireEvent.pointerDown(grip(), { button: 0, isPrimary: true, clientX: 205, clientY: 55 });
  for (const [clientX, clientY] of [
    [190, 55],
    [x + 1, y],
    [x, y],
  ]) {
    fireEvent.pointerMove(document, { clientX, clientY });
    await settled();
  }
}
async function letGo(): Promise<void> {
  fireEvent.pointerUp(document);
  await settled();
}
async function press(code: string): Promise<void> {
  fireEvent.keyDown(grip(), { code, key: code === 'Space' ? ' ' : code });
  await settled();
}

describe('an account dragged by its grip', () => {
  it('shows every measure before the drop, and the drop makes the change that was shown', async () => {
    open();
    await dragTo(50, 30);
    expect(posts()).toEqual([]);
    await settled(200);
    const effect = screen.getByRole('group', { name: 'Effect of moving Acme to East' });
    const row = within(effect).getByRole('row', { name: /Ben Hale/ });
    expect(row.textContent).toContain('9 → 12 / 10 over the cap');
    expect(row.textContent).toContain('$0 → $80K');
    expect(screen.getByText(/^East. Ben Hale: 9 to 12 accounts, 100\s?% of target\.$/)).toBeTruthy();
    await letGo();
    expect(posts()).toEqual([
      { path: '/api/v1/plans/pla_1/changes', body: { accountIds: ['acc_1'], territoryId: 'ter_2' } },
    ]);
    expect(await screen.findByText('1 account moved to East')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  it('takes everything chosen along when it is among it, onto a book that is still empty', async () => {
    const onMoved = open({ selection: { mode: 'all', except: ['acc_9'] } });
    await dragTo(550, 50);
    await settled(200);
    expect(screen.getByRole('group', { name: 'Effect of moving 39 accounts to Cy New' })).toBeTruthy();
    await letGo();
    expect(posts()[0]?.body).toEqual({
      matching: { changes: false, locked: false, except: ['acc_9'] },
      holder: { slot: 'ae', repId: 'rep_3' },
    });
    expect(onMoved).toHaveBeenCalled();
  });

  it('asks only about the place where it is held, and gives up the question about the one before', async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    answerEffect = (signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    open();
    await dragTo(550, 30);
    fireEvent.pointerMove(document, { clientX: 550, clientY: 50 });
    await settled(200);
    expect(sent.map(({ body }) => body)).toMatchObject([{ holder: { repId: 'rep_3' } }]);
    fireEvent.pointerMove(document, { clientX: 50, clientY: 30 });
    await settled(200);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
  });

  it('asks in the panel when it is dropped before the effect could be seen', async () => {
    answerEffect = () => new Promise(() => undefined);
    open();
    await dragTo(50, 30);
    await letGo();
    expect(posts()).toEqual([]);
    expect(screen.getByRole('dialog', { name: 'Move 1 account' })).toBeTruthy();
  });

  it.each([
    ['a locked account', { row: { ...acme, isLocked: true } }, /Acme is locked where it is. Unlock it first/],
    [
      'where it lies already',
      { row: { ...acme, territoryAfter: { id: 'ter_2', name: 'East' } } },
      /Acme lies in East already/,
    ],
  ])('refuses %s in a sentence, asks nothing and changes nothing', async (_, given, sentence) => {
    open(given);
    await dragTo(50, 30);
    await settled(200);
    expect(screen.getByRole('group', { name: /^Effect/ }).textContent).toMatch(sentence);
    await letGo();
    expect(sent).toEqual([]);
  });

  it('moves none of the chosen when some are locked', async () => {
    answerEffect = () => Promise.resolve(Response.json(effectOf(3)));
    open({ selection: { mode: 'some', ids: ['acc_1', 'acc_2', 'acc_3', 'acc_4'] } });
    await dragTo(50, 30);
    await settled(200);
    expect(screen.getByRole('group', { name: /^Effect/ }).textContent).toContain(
      '3 of these 4 accounts are locked.',
    );
    await letGo();
    expect(posts()).toEqual([]);
  });

  it('says what the server refuses, and Esc leaves everything as it was', async () => {
    answerEffect = () =>
      Promise.resolve(
        Response.json({ title: 'Forbidden', status: 403, detail: 'Not in your books.' }, { status: 403 }),
      );
    open();
    await dragTo(50, 30);
    await settled(200);
    expect(
      within(screen.getByRole('group', { name: /^Effect/ })).getByText('Not in your books.'),
    ).toBeTruthy();
    const below = vi.fn();
    window.addEventListener('keydown', (event) => below(event.defaultPrevented), { once: true });
    fireEvent.keyDown(document.body, { code: 'Escape', key: 'Escape' });
    await settled();
    expect(below).toHaveBeenCalledWith(true);
    expect(screen.queryByRole('group', { name: /^Effect/ })).toBeNull();
    await letGo();
    expect(posts()).toEqual([]);
  });

  it('goes through territories and books by keyboard, and is moved with Space', async () => {
    open();
    grip().focus();
    await press('Space');
    expect(screen.getByText('Acme picked up')).toBeTruthy();
    await press('ArrowDown');
    await press('ArrowDown');
    expect(screen.getByRole('group', { name: 'Effect of moving Acme to East' })).toBeTruthy();
    await press('ArrowRight');
    expect(screen.getByRole('group', { name: /^Effect/ }).textContent).toContain(
      'in the book of Ada Lund already',
    );
    await press('ArrowDown');
    await settled(200);
    expect(screen.getByRole('group', { name: 'Effect of moving Acme to Ben Hale' })).toBeTruthy();
    await press('Space');
    expect(posts()[0]?.body).toEqual({ accountIds: ['acc_1'], holder: { slot: 'ae', repId: 'rep_2' } });
  });

  it('has no grip for those who may not move', () => {
    open({ canMove: false });
    expect(screen.queryByRole('button', { name: /^Move / })).toBeNull();
  });
});
