import { useEffect, useState } from 'react';
import type { addOptions } from './add-options.ts';

type AddOptions = typeof addOptions;
let loaded: Promise<AddOptions> | null = null;

/** What can be added and how typed conditions are read: loaded once, when somebody is about to add. */
export function loadAddOptions(): Promise<AddOptions> {
  loaded ??= import('./add-options.ts').then((module) => module.addOptions);
  return loaded;
}

/** The same for drawing; null until it is there. */
export function useAddOptions(isWanted: boolean): AddOptions | null {
  const [held, setHeld] = useState<{ options: AddOptions } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isLeft = false;
    void loadAddOptions().then((options) => {
      if (!isLeft) setHeld({ options });
    });
    return () => {
      isLeft = true;
    };
  }, [isWanted]);
  return held?.options ?? null;
}
