'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/code-block.tsx';
import { toastError } from '#components/ui/toast.ts';
import { formatCount } from '#lib/shared/format.ts';
import type { WorkRow } from '#lib/shared/work-shapes.ts';
import { problemText } from '#components/api-client.ts';

/** What can be done with chosen accounts of a list of work: snooze them together, take the addresses along. */
export function WorkBulk({
  chosenRows,
  onSnooze,
}: {
  /** Reads pages that are not loaded yet, too. */
  chosenRows: () => Promise<WorkRow[]>;
  onSnooze: () => void;
}) {
  const [busy, setBusy] = useState(false);

  async function copyAddresses(): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      const rows = await chosenRows();
      const emails = rows.flatMap((row) => (row.isDoNotContact ? [] : (row.contact?.email ?? [])));
      if (emails.length === 0) {
        toastError('None of them has a reachable contact with an address.');
        return;
      }
      await copyText(
        [...new Set(emails)].join(', '),
        'Addresses',
        `${formatCount(emails.length, 'address', 'addresses')} of ${formatCount(rows.length, 'account')} copied`,
      );
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button size="sm" onClick={onSnooze}>
        Snooze…
      </Button>
      <Button size="sm" busy={busy} onClick={() => void copyAddresses()}>
        Copy addresses
      </Button>
    </>
  );
}
