'use client';
import { useState } from 'react';
import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { toastError, toastUndo } from '#components/ui/toast.ts';
import { activityShape } from '#lib/shared/activity-shapes.ts';
import { type EpochDay, formatIsoDay } from '#lib/shared/days.ts';
import { formatCount, formatDay } from '#lib/shared/format.ts';
import {
  type NextStep,
  nextStepShape,
  snoozedShape,
  type WorkList,
  workListShape,
  type WorkRow,
} from '#lib/shared/work-shapes.ts';
import { draftToInput, type LogDraft, loggedSentence } from './log-draft.ts';

const nothing = z.undefined();

/**
 * The list as it stands and everything that changes it. A new `initial` (the address changed) replaces what is held;
 * after every change the list is read again from its start, as far as it was shown.
 */
export function useWork(initial: WorkList, address: string, afterChange: () => void) {
  const [held, setHeld] = useState({ of: initial, list: initial });
  const [isLoadingMore, setLoadingMore] = useState(false);
  const list = held.of === initial ? held.list : initial;
  const repId = list.rep.id;

  async function read(limit: number): Promise<WorkList> {
    const query = new URLSearchParams(address);
    query.set('rep', repId);
    query.set('limit', String(Math.min(limit, 500)));
    return api(`/work/my-accounts?${query}`, { schema: workListShape });
  }

  async function refresh(): Promise<void> {
    try {
      const fresh = await read(Math.max(list.items.length, 300));
      setHeld({ of: initial, list: fresh });
    } catch (error) {
      toastError(problemText(error));
    }
    afterChange();
  }

  async function loadMore(): Promise<void> {
    if (list.nextCursor === null || isLoadingMore) return;
    setLoadingMore(true);
    try {
      const query = new URLSearchParams(address);
      query.set('rep', repId);
      query.set('cursor', list.nextCursor);
      const page = await api(`/work/my-accounts?${query}`, { schema: workListShape });
      setHeld({
        of: initial,
        list: { ...page, items: [...list.items, ...page.items] },
      });
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setLoadingMore(false);
    }
  }

  /** Runs a change, then reads the list again. A refusal is said in the API's own words. */
  async function change(run: () => Promise<void>): Promise<string | null> {
    try {
      await run();
    } catch (error) {
      return problemText(error);
    }
    await refresh();
    return null;
  }

  async function changeOrToast(run: () => Promise<void>): Promise<void> {
    const problem = await change(run);
    if (problem !== null) toastError(problem);
  }

  /** Logs; null when done, else what is wrong. */
  function log(row: WorkRow, draft: LogDraft): Promise<string | null> {
    const input = draftToInput(draft, row.id);
    if (!input.ok) return Promise.resolve(input.problem);
    return change(async () => {
      const logged = await api('/activities', { method: 'POST', body: input.body, schema: activityShape });
      toastUndo(loggedSentence(draft, row.name), () => {
        void changeOrToast(async () => {
          await api(`/activities/${logged.id}`, { method: 'DELETE', schema: nothing });
        });
      });
    });
  }

  async function putSnooze(accountId: string, untilOn: EpochDay | null): Promise<EpochDay | null> {
    const path = `/work/accounts/${accountId}/snooze`;
    const done =
      untilOn === null
        ? await api(`${path}?rep=${repId}`, { method: 'DELETE', schema: snoozedShape })
        : await api(path, {
            method: 'PUT',
            body: { untilOn: formatIsoDay(untilOn), repId },
            schema: snoozedShape,
          });
    return done.beforeOn;
  }

  /** Snoozes until a day, or with null brings back. */
  function snooze(row: Pick<WorkRow, 'id' | 'name'>, untilOn: EpochDay | null): Promise<void> {
    return changeOrToast(async () => {
      const before = await putSnooze(row.id, untilOn);
      const sentence =
        untilOn === null
          ? `${row.name} is back in the list`
          : `${row.name} snoozed until ${formatDay(untilOn)}`;
      toastUndo(sentence, () => {
        void changeOrToast(async () => {
          await putSnooze(row.id, before);
        });
      });
    });
  }

  /** Every row of the list, also of pages that are not loaded yet. */
  async function allRows(): Promise<WorkRow[]> {
    const rows = [...list.items];
    let cursor = list.nextCursor;
    while (cursor !== null) {
      const query = new URLSearchParams(address);
      query.set('rep', repId);
      query.set('limit', '500');
      query.set('cursor', cursor);
      const page: WorkList = await api(`/work/my-accounts?${query}`, { schema: workListShape });
      rows.push(...page.items);
      cursor = page.nextCursor;
    }
    return rows;
  }

  /** Snoozes the chosen accounts until one day, or with null brings them back; undone together. */
  function snoozeMany(choose: (row: WorkRow) => boolean, untilOn: EpochDay | null): Promise<void> {
    return changeOrToast(async () => {
      const rows = (await allRows()).filter(choose);
      const before = new Map<string, EpochDay | null>();
      for (const { id } of rows) before.set(id, await putSnooze(id, untilOn));
      const what = formatCount(before.size, 'account');
      toastUndo(
        untilOn === null ? `${what} back in the list` : `${what} snoozed until ${formatDay(untilOn)}`,
        () => {
          void changeOrToast(async () => {
            for (const [id, day] of before) await putSnooze(id, day);
          });
        },
      );
    });
  }

  function addStep(row: WorkRow, step: { text: string; dueOn: string }): Promise<string | null> {
    return change(async () => {
      const body = { ...step, accountId: row.id, contactId: row.contact?.id ?? null, repId };
      const added = await api('/work/next-steps', { method: 'POST', body, schema: nextStepShape });
      toastUndo(`Next step for ${row.name} set`, () => {
        void changeOrToast(async () => {
          await api(`/work/next-steps/${added.id}`, { method: 'DELETE', schema: nothing });
        });
      });
    });
  }

  function finishStep(step: NextStep): Promise<void> {
    const put = (isDone: boolean) =>
      api(`/work/next-steps/${step.id}`, { method: 'PATCH', body: { isDone }, schema: nextStepShape });
    return changeOrToast(async () => {
      await put(true);
      toastUndo(`Done: ${step.text}`, () => {
        void changeOrToast(async () => {
          await put(false);
        });
      });
    });
  }

  return { list, refresh, loadMore, isLoadingMore, allRows, log, snooze, snoozeMany, addStep, finishStep };
}
