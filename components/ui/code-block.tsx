'use client';
import { Copy } from 'lucide-react';
import { Button } from './button.tsx';
import { toast, toastError } from './toast.ts';

/** Puts text on the clipboard and says so, in `sentence` or as "… copied"; says it too where the browser refuses. */
export async function copyText(text: string, what: string, sentence = `${what} copied`): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(sentence);
  } catch {
    toastError('The browser did not allow copying. Select the text and copy it yourself.');
  }
}

/** Code or an id in the mono face, with Copy. */
export function CodeBlock({ code, what }: { code: string; what: string }) {
  return (
    <div className="relative rounded-2 border border-line bg-sunken">
      <pre className="max-h-80 overflow-auto p-3 pr-20 font-mono text-12 wrap-anywhere whitespace-pre-wrap">
        {code}
      </pre>
      <Button size="sm" className="absolute top-2 right-2" onClick={() => void copyText(code, what)}>
        <Copy aria-hidden /> Copy
      </Button>
    </div>
  );
}
