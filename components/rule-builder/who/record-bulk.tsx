'use client';
import { AccountBulk } from '#components/accounts/bulk-actions.tsx';
import { problemText } from '#components/api-client.ts';
import { PinBulk } from '#components/segments/pin-bulk.tsx';
import type { Chosen } from '#components/table/use-chosen.ts';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/code-block.tsx';
import { toastError } from '#components/ui/toast.ts';
import { formatCount } from '#lib/shared/format.ts';
import type { AccountRow, ContactRow } from '#lib/shared/segment-shapes.ts';
import type { BoardFacts } from './board.ts';

/** What may be done with chosen records of the builder: pin them, give them a tier or a holder, write to them. */
export function RecordBulk({
  entity,
  rows,
  chosen,
  facts,
  onChanged,
}: {
  entity: 'account' | 'contact';
  /** Those that are loaded. */
  rows: readonly (AccountRow | ContactRow)[];
  chosen: Chosen;
  facts: BoardFacts;
  /** Who is in it may be others now. */
  onChanged: () => void;
}) {
  const { pinned, noPin, bulk } = facts;
  return (
    <>
      {pinned.entity === entity && (
        <PinBulk segment={pinned} chosen={chosen} noPin={noPin} onDone={onChanged} />
      )}
      {entity === 'account' ? (
        <AccountBulk chosen={chosen} facts={bulk} onDone={onChanged} />
      ) : (
        <Button size="sm" onClick={() => void copyAddresses(rows, chosen)}>
          Copy addresses
        </Button>
      )}
    </>
  );
}

async function copyAddresses(rows: readonly (AccountRow | ContactRow)[], chosen: Chosen): Promise<void> {
  const known = await chosen.ids().catch((error: unknown) => void toastError(problemText(error)));
  if (!known) return;
  const ids = new Set(known);
  const people = rows.filter((row): row is ContactRow => 'email' in row && ids.has(row.id));
  const emails = [...new Set(people.flatMap(({ email, isReachable }) => (isReachable ? (email ?? []) : [])))];
  if (emails.length === 0) return void toastError('None of them is reachable by e-mail.');
  const left = chosen.count - people.length;
  const copied = `${formatCount(emails.length, 'address', 'addresses')} copied`;
  await copyText(
    emails.join(', '),
    'Addresses',
    left > 0 ? `${copied}; ${formatCount(left, 'contact')} below are not loaded yet` : copied,
  );
}
