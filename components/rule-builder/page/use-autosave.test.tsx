import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Draft } from '#lib/rules/draft.ts';
import { condition, draftOf } from '../testing.tsx';
import { useAutosave } from './use-autosave.ts';

const instant = '2026-11-22T15:00:00.000Z';
const stored = draftOf(condition('a', 'employees', 'gte', 500));
const mine = draftOf(condition('a', 'employees', 'gte', 750));
const theirs = draftOf(condition('b', 'revenue', 'gte', 1));

function segment(draft: Draft, version: number) {
  return {
    ...{ id: 'seg_1', name: 'Big', description: null, entity: 'account', kind: 'rule' },
    ...{ tags: [], status: 'draft', parent: null },
    ...{ owner: null, tier: null, draft, published: null, hasUnpublishedChanges: true, freshAt: null },
    ...{ lastError: null, reviewDueOn: null, version, createdAt: instant, updatedAt: instant },
    ...{ retiredAt: null, archivedAt: null },
  };
}

type Answer = { status: number; body: unknown };
let answers: Answer[];
let sent: { ifMatch: string; draft: Draft }[];

beforeEach(() => {
  answers = [];
  sent = [];
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    if (init.method === 'GET') {
      const answer = answers.shift() ?? { status: 500, body: {} };
      return new Response(JSON.stringify(answer.body), { status: answer.status });
    }
    const headers = init.headers as Record<string, string>;
    const { draft } = JSON.parse(String(init.body)) as { draft: Draft };
    sent.push({ ifMatch: headers['if-match'] ?? '', draft });
    const answer = answers.shift() ?? { status: 500, body: {} };
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
});
afterEach(() => vi.useRealTimers());

function open() {
  return renderHook(
    ({ draft, past = [] }: { draft: Draft; past?: Draft[] }) =>
      useAutosave({
        segmentId: 'seg_1',
        history: { past, present: draft, future: [] },
        stored: { name: 'Big', draft: stored, version: 3 },
        savedAt: 0,
        isOff: false,
      }),
    { initialProps: { draft: stored } as { draft: Draft; past?: Draft[] } },
  );
}

const settle = () => act(() => vi.advanceTimersByTimeAsync(1500));

it('saves once the typing stops, with the version that was read, and goes on from the new one', async () => {
  answers = [
    { status: 200, body: segment(mine, 4) },
    { status: 200, body: segment(stored, 5) },
  ];
  const { result, rerender } = open();
  rerender({ draft: draftOf(condition('a', 'employees', 'gte', 75)) });
  rerender({ draft: mine });
  await settle();
  expect(sent).toEqual([{ ifMatch: '"3"', draft: mine }]);
  expect(result.current.saving.state).toBe('saved');
  rerender({ draft: stored });
  await settle();
  expect(sent[1]).toEqual({ ifMatch: '"4"', draft: stored });
});

it('overwrites nothing when someone else saved: both are at hand, and mine goes over theirs only when told', async () => {
  answers = [
    { status: 409, body: { detail: 'Someone else changed it.', current: segment(theirs, 9) } },
    { status: 200, body: segment(mine, 10) },
  ];
  const { result, rerender } = open();
  rerender({ draft: mine });
  await settle();
  expect(result.current.saving).toMatchObject({ state: 'conflict', base: stored, theirs, version: 9 });
  const edited = draftOf(condition('a', 'employees', 'gte', 800));
  rerender({ draft: edited });
  await settle();
  expect(sent).toHaveLength(1);
  act(() => result.current.settle(edited));
  await settle();
  expect(sent[1]).toMatchObject({ ifMatch: '"9"' });
});

it('says when it could not save, and saves with the next try', async () => {
  answers = [
    { status: 500, body: { detail: 'The disk is full.' } },
    { status: 200, body: segment(mine, 4) },
  ];
  const { result, rerender } = open();
  rerender({ draft: mine });
  await settle();
  expect(result.current.saving).toEqual({ state: 'failed', problem: 'The disk is full.' });
  await act(() => result.current.retry());
  await waitFor(() => expect(result.current.saving.state).toBe('saved'));
});

it('sends the last edits when the page is left', () => {
  const { rerender, unmount } = open();
  rerender({ draft: mine });
  unmount();
  expect(sent).toEqual([{ ifMatch: '"3"', draft: mine }]);
});

it('never sends what the page was opened with when it takes over a newer version', () => {
  const { result, unmount } = open();
  act(() => result.current.adopt(7, mine));
  unmount();
  expect(sent).toEqual([]);
});

it('goes on by itself when only a publish or a refresh gave the draft a new version', async () => {
  answers = [
    { status: 409, body: { detail: 'Someone else changed it.', current: segment(stored, 6) } },
    { status: 200, body: segment(mine, 7) },
  ];
  const { result, rerender } = open();
  rerender({ draft: mine });
  await settle();
  expect(sent.map(({ ifMatch }) => ifMatch)).toEqual(['"3"', '"6"']);
  expect(result.current.saving.state).toBe('saved');
});

it('knows its own drafts again: a save whose answer was never read is no conflict', async () => {
  const half = draftOf(condition('a', 'employees', 'gte', 75));
  answers = [
    { status: 409, body: { detail: 'Someone else changed it.', current: segment(half, 4) } },
    { status: 200, body: segment(mine, 5) },
  ];
  const { result, rerender } = open();
  rerender({ draft: mine, past: [stored, half] });
  await settle();
  expect(sent.map(({ ifMatch }) => ifMatch)).toEqual(['"3"', '"4"']);
  expect(result.current.saving.state).toBe('saved');
});

it('asks for the version first when the page before may have saved', async () => {
  answers = [
    { status: 200, body: segment(mine, 7) },
    { status: 200, body: segment(mine, 8) },
  ];
  const { result, rerender } = open();
  act(() => result.current.doubt());
  rerender({ draft: mine, past: [stored] });
  await settle();
  expect(sent).toEqual([{ ifMatch: '"7"', draft: mine }]);
});
