'use client';
import { useEffect } from 'react';
import { keepsItsKeys } from '#components/table/row-keys.ts';

export type WorkKeys = {
  email: () => void;
  call: () => void;
  log: () => void;
  snooze: () => void;
  meeting: () => void;
  reply: () => void;
  nextStep: () => void;
  /** j and k while something beside the list has focus; the list handles its own. */
  move: (by: 1 | -1) => void;
};

const floating = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** One-key work on the account in hand, wherever the focus is, except while typing or while a layer is open. */
export function useWorkKeys(keys: WorkKeys, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const byKey: Record<string, () => void> = {
      e: keys.email,
      c: keys.call,
      l: keys.log,
      s: keys.snooze,
      m: keys.meeting,
      r: keys.reply,
      n: keys.nextStep,
    };
    // `g` begins a way to another page (g m, g s …): the letter after it is not ours.
    let afterG = 0;
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (keepsItsKeys(event.target, event.key) || document.querySelector(floating)) return;
      const key = event.key.toLowerCase();
      if (key === 'g') {
        afterG = event.timeStamp;
        return;
      }
      if (afterG > 0 && event.timeStamp - afterG < 1_500) {
        afterG = 0;
        return;
      }
      const inAside = event.target instanceof HTMLElement && event.target.closest('aside') !== null;
      const run =
        inAside && (key === 'j' || key === 'k') ? () => keys.move(key === 'j' ? 1 : -1) : byKey[key];
      if (!run || event.shiftKey) return;
      event.preventDefault();
      run();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
