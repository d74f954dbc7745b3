'use client';
import { createElement } from 'react';
import { ToastCard, type ToastTone } from './toast-card.tsx';
import { callToaster } from './toaster-call.ts';

const UNDO_MS = 10_000;
const NOTE_MS = 5_000;

export type ToastOptions = {
  tone?: ToastTone;
  /** The one action: its label and what it does. */
  action?: { label: string; run: () => void };
  /** Milliseconds it stays; `null` until it is dismissed. */
  durationMs?: number | null;
  /** A toast with the same id replaces the older one. */
  id?: string;
};

/** Shows one sentence at the bottom. */
export function toast(sentence: string, options: ToastOptions = {}): void {
  const { tone = 'good', action, id } = options;
  const lifetimeMs = options.durationMs === undefined ? NOTE_MS : options.durationMs;
  callToaster((sonner) =>
    sonner.custom(
      (toastId) =>
        createElement(ToastCard, {
          sentence,
          tone,
          action,
          lifetimeMs,
          onClose: () => sonner.dismiss(toastId),
        }),
      { id, duration: lifetimeMs ?? Number.POSITIVE_INFINITY },
    ),
  );
}

/** Something was done that can be taken back for 10 s; the time left is shown. */
export function toastUndo(sentence: string, undo: () => void, id?: string): void {
  toast(sentence, { action: { label: 'Undo', run: undo }, durationMs: UNDO_MS, id });
}

/** Something went wrong: what, and what to do. Stays until dismissed. */
export function toastError(sentence: string, action?: ToastOptions['action']): void {
  toast(sentence, { tone: 'bad', action, durationMs: null });
}
