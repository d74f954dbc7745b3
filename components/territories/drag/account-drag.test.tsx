import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acme, bookWith, openDrag, rectOf } from './testing.tsx';

const sent: { path: string; body: unknown }[] = [];
let answerEffect: (signal: AbortSignal | null | undefined) => Promise<Response>;
const effectOf = (locked = 0) => ({
  accounts: 1,
  locked,
  books: [
    {
      ...bookWith('rep_2', 'Ben Hale', 12),
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
  vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockReturnValue();
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(rectOf);
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(init.body)) as unknown });
    if (path.endsWith('/effect')) return answerEffect(init.signal);
    return Promise.resolve(Response.json({ undoId: 'aud_1', accounts: 1 }));
  });
});
// Other tests of this document have no places.
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
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
    openDrag();
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
    const onMoved = openDrag({ selection: { mode: 'all', except: ['acc_9'] } });
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
    openDrag();
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
    openDrag();
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
    openDrag(given);
    await dragTo(50, 30);
    await settled(200);
    expect(screen.getByRole('group', { name: /^Effect/ }).textContent).toMatch(sentence);
    await letGo();
    expect(sent).toEqual([]);
  });

  it('moves none of the chosen when some are locked', async () => {
    answerEffect = () => Promise.resolve(Response.json(effectOf(3)));
    openDrag({ selection: { mode: 'some', ids: ['acc_1', 'acc_2', 'acc_3', 'acc_4'] } });
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
    openDrag();
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
    openDrag();
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
    openDrag({ canMove: false });
    expect(screen.queryByRole('button', { name: /^Move / })).toBeNull();
  });
});
