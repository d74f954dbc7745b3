'use client';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { type ImportDetail, importDetailSchema } from '#lib/imports/import-view.ts';
import type { ImportOptions } from '#lib/imports/options.ts';

const accepted = z.object({ id: z.string() });
const POLL_MS = 350;
const SEND_AFTER_MS = 400;
/** The effect on segments follows the row counts by seconds; after this many looks nobody waits for it any more. */
const EFFECT_LOOKS = 60;
const busyStatuses = new Set(['pending', 'checking', 'applying']);

export type ImportControl = {
  detail: ImportDetail;
  /** The options as the person sees them, sent or not. */
  options: ImportOptions | null;
  isBusy: boolean;
  /** The figures shown are of an older mapping. */
  isStale: boolean;
  problem: string | null;
  change: (next: ImportOptions) => void;
  act: (verb: 'apply' | 'cancel' | 'undo') => Promise<void>;
};

/** An import on the screen: follows its work, and sends the mapping a moment after the last change to be checked again. */
export function useImport(initial: ImportDetail): ImportControl {
  const [detail, setDetail] = useState(initial);
  const [draft, setDraft] = useState<ImportOptions | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isBusy = busyStatuses.has(detail.status);
  const isAwaited = isBusy || (detail.status === 'checked' && detail.report?.isEffectPending === true);
  const { id } = detail;

  useEffect(() => {
    if (!isAwaited) return;
    let looks = 0;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      try {
        const next = await api(`/imports/${id}`, { schema: importDetailSchema, signal: controller.signal });
        setDetail(next);
        looks = next.status === 'checked' ? looks + 1 : 0;
        const isEnough = !next.report?.isEffectPending || looks > EFFECT_LOOKS;
        if (!busyStatuses.has(next.status) && isEnough) return;
      } catch (error) {
        if (controller.signal.aborted) return;
        setProblem(problemText(error));
      }
      timer = setTimeout(ask, POLL_MS);
    };
    timer = setTimeout(ask, POLL_MS);
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [id, isAwaited]);

  useEffect(() => {
    if (!draft || isBusy) return;
    const timer = setTimeout(async () => {
      try {
        await api(`/imports/${id}`, { method: 'PUT', body: draft, schema: accepted });
        setProblem(null);
        setDetail((last) => ({ ...last, status: 'checking', options: draft }));
        setDraft((current) => (current === draft ? null : current));
      } catch (error) {
        setProblem(problemText(error));
      }
    }, SEND_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, id, isBusy]);

  async function act(verb: 'apply' | 'cancel' | 'undo') {
    try {
      await api(`/imports/${id}/${verb}`, { method: 'POST', schema: accepted });
      setProblem(null);
      const next = await api(`/imports/${id}`, { schema: importDetailSchema });
      setDetail(next);
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  return {
    detail,
    options: draft ?? detail.options,
    isBusy,
    isStale: draft !== null || detail.status === 'checking',
    problem,
    change: setDraft,
    act,
  };
}
