'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiProblem } from '../api-client.ts';
import { toast } from '../ui/toast.ts';

export type Refusal = { message: string | null; fields: Record<string, string> };

const none: Refusal = { message: null, fields: {} };

/**
 * Sends a form: busy while it is on its way, a refusal as sentences beside the controls (by the first part of an
 * issue's path), fresh data and a note when it went through. What was typed stays with the caller.
 * `refresh` reads the fresh data where a page has its own way.
 */
export function useSubmit(refresh?: () => void) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>(none);

  async function submit<T>(send: () => Promise<T>, done?: string): Promise<T | null> {
    setBusy(true);
    setRefusal(none);
    try {
      const answer = await send();
      if (done) toast(done);
      if (refresh) refresh();
      else router.refresh();
      return answer;
    } catch (error) {
      setRefusal(refusalOf(error));
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { isBusy, refusal, submit, clear: () => setRefusal(none) };
}

/** What went wrong in the words of the server; anything unexpected is thrown on to the error page. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ApiProblem)) throw error;
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.split('/').slice(1).join('.')] ??= issue.message;
  return { fields, message: Object.keys(fields).length > 0 ? null : error.message };
}
