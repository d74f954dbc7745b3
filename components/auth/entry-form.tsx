import type { ReactNode } from 'react';

/** A form of the pages before sign-in, sent by a server action; works without script and keeps what was typed. */
export function EntryForm({ action, children }: { action: (form: FormData) => void; children: ReactNode }) {
  return (
    // React resets a form when its action has answered, which would empty what is typed meanwhile or was refused.
    <form action={action} onReset={(event) => event.preventDefault()} className="grid gap-4">
      {children}
    </form>
  );
}
