'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '#lib/rules/draft.ts';
import type { History } from '#lib/rules/edit/history.ts';
import { isSameDraft } from '#lib/rules/edit/same-draft.ts';
import { ownVersion, type Stored, sendDraft } from './send-draft.ts';

export type Saving =
  | { state: 'saved'; at: number }
  | { state: 'waiting' }
  | { state: 'saving' }
  /** Not saved and tried again with the next edit, or by hand. */
  | { state: 'failed'; problem: string }
  /** Somebody else saved in the meantime: theirs, its version, and what both began with. */
  | { state: 'conflict'; problem: string; base: Draft; theirs: Draft; version: number };

const QUIET_MS = 900;

/**
 * Saves the draft a moment after the last edit, with the version that was read. A newer version of somebody else stops
 * the saving until it is settled; nothing is overwritten and nothing lost.
 */
export function useAutosave({
  segmentId,
  history,
  stored,
  savedAt,
  isOff,
}: {
  segmentId: string;
  /** Every draft in it was made here, so none of them is somebody else's. */
  history: History<Draft>;
  stored: Stored;
  /** Epoch ms of the last save. */
  savedAt: number;
  isOff: boolean;
}) {
  const draft = history.present;
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: savedAt });
  const version = useRef(stored.version);
  const saved = useRef(JSON.stringify(stored.draft));
  const busy = useRef(false);
  const made = useRef(history);
  useEffect(() => {
    made.current = history;
  }, [history]);
  /** A page before this one may have saved without reading the answer. */
  const isDoubtful = useRef(false);
  const [savedCount, setSavedCount] = useState(0);
  const text = JSON.stringify(draft);
  const isConflict = saving.state === 'conflict';

  const put = useCallback(
    async (body: { draft?: Draft; name?: string }): Promise<string | null> => {
      busy.current = true;
      setSaving({ state: 'saving' });
      const isOwn = (one: Draft) => {
        const { past, present, future } = made.current;
        const lastSaved = JSON.parse(saved.current) as Draft;
        return [lastSaved, present, ...past, ...future].some((own) => isSameDraft(one, own));
      };
      if (isDoubtful.current) version.current = (await ownVersion(segmentId, isOwn)) ?? version.current;
      isDoubtful.current = false;
      const sent = await sendDraft(segmentId, body, version.current, isOwn);
      busy.current = false;
      if (sent.ok) {
        version.current = sent.version;
        if (body.draft !== undefined) saved.current = JSON.stringify(body.draft);
        setSaving({ state: 'saved', at: sent.savedAt });
        setSavedCount((count) => count + 1);
        return null;
      }
      const { theirs, problem } = sent;
      if (theirs) {
        const base = JSON.parse(saved.current) as Draft;
        setSaving({ state: 'conflict', problem, base, theirs: theirs.draft, version: theirs.version });
      } else setSaving({ state: 'failed', problem });
      return problem;
    },
    [segmentId],
  );

  // What would be lost if the page were left now; only an edit of this page sets it.
  const pending = useRef<string | null>(null);
  useEffect(() => {
    pending.current = isOff || isConflict || text === saved.current ? null : text;
    if (pending.current === null) return;
    setSaving((before) => (before.state === 'saving' ? before : { state: 'waiting' }));
    const timer = setTimeout(async () => {
      // One save at a time: the version of the next is the answer of this one.
      while (busy.current) await new Promise((resolve) => setTimeout(resolve, 50));
      if (text !== saved.current) await put({ draft: JSON.parse(text) as Draft });
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [text, isOff, isConflict, put, savedCount]);

  useEffect(() => {
    /** The last edits of a page that is left; `keepalive` lets the request outlive it. */
    function saveOnLeave(): void {
      const last = pending.current;
      if (last === null || last === saved.current || busy.current) return;
      void fetch(`/api/v1/segments/${segmentId}`, {
        method: 'PUT',
        keepalive: true,
        headers: { 'content-type': 'application/json', 'if-match': `"${version.current}"` },
        body: JSON.stringify({ draft: JSON.parse(last) as Draft }),
      }).catch(() => {});
    }
    window.addEventListener('pagehide', saveOnLeave);
    return () => {
      window.removeEventListener('pagehide', saveOnLeave);
      saveOnLeave();
    };
  }, [segmentId]);

  /** Saves at once; true when everything is safe. */
  async function flush(): Promise<boolean> {
    while (busy.current) await new Promise((resolve) => setTimeout(resolve, 50));
    return text === saved.current || (await put({ draft })) === null;
  }

  const readVersion = useCallback(() => version.current, []);
  const isSaved = useCallback((one: Draft) => JSON.stringify(one) === saved.current, []);
  const adopt = useCallback((newer: number, savedDraft: Draft | null) => {
    version.current = newer;
    pending.current = null;
    if (savedDraft) saved.current = JSON.stringify(savedDraft);
  }, []);

  const doubt = useCallback(() => {
    isDoubtful.current = true;
  }, []);

  return {
    saving,
    doubt,
    put,
    flush,
    retry: () => put({ draft }),
    isSaved,
    version: readVersion,
    adopt,
    /** Goes on from the newer version: with theirs, or with another draft, which is saved over it. */
    settle: (chosen: Draft) => {
      if (saving.state !== 'conflict') return;
      version.current = saving.version;
      saved.current = JSON.stringify(saving.theirs);
      const isTheirs = JSON.stringify(chosen) === saved.current;
      setSaving(isTheirs ? { state: 'saved', at: savedAt } : { state: 'waiting' });
    },
  };
}
