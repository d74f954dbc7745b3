'use client';
import { useEffect, useState } from 'react';

const EVENT = 'tessera:announce';

/** Has a screen reader say a sentence, e.g. "1,284 accounts match" when a count arrives. */
export function announce(sentence: string): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: sentence }));
}

/** The polite live region behind `announce`. One per document. */
export function Announcer() {
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    function onAnnounce(event: Event): void {
      if (event instanceof CustomEvent && typeof event.detail === 'string') setSentence(event.detail);
    }
    window.addEventListener(EVENT, onAnnounce);
    return () => window.removeEventListener(EVENT, onAnnounce);
  }, []);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {sentence}
    </div>
  );
}
