'use client';
import { ContactLinks } from '#components/accounts/contact-links.tsx';
import { useApi } from '#components/accounts/use-api.ts';
import type { WorkClock } from '#components/my-accounts/work-columns.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { PeekPanel } from '#components/ui/peek-panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { type ContactListItem, contactShape } from '#lib/shared/contact-shapes.ts';
import { ContactFields } from './contact-fields.tsx';
import { ReachChip } from './contact-list-columns.tsx';

/** A person beside the list: every value with its source, edited in place, and how to reach them. */
export function ContactPeek({
  row,
  clock,
  currency,
  mayEdit,
  onChanged,
  onClose,
}: {
  row: ContactListItem;
  clock: WorkClock;
  currency: string;
  mayEdit: boolean;
  onChanged: () => void;
  onClose: () => void;
}) {
  const contact = useApi(`/contacts/${row.id}`, contactShape);
  return (
    <PeekPanel
      title={row.name ?? 'Contact'}
      onClose={onClose}
      header={<p className="truncate py-1 text-16 font-semibold">{row.name ?? '(no name)'}</p>}
      footer={
        row.account && (
          <Button asChild>
            <AppLink href={`/accounts/${row.account.id}`}>Open {row.account.name}</AppLink>
          </Button>
        )
      }
    >
      <div className="flex items-center gap-2 px-4 pb-2">
        <ReachChip row={row} />
        <span className="ml-auto">
          <ContactLinks person={row} blocked={row.isAccountDoNotContact ? 'Do not contact' : undefined} />
        </span>
      </div>
      <div className="border-t border-line px-4 py-2">
        {contact.problem && <ErrorState title={contact.problem} />}
        {!contact.value && !contact.problem && <SkeletonRows rows={8} label="Loading the contact" />}
        {contact.value && (
          <ContactFields
            contact={contact.value}
            clock={clock}
            currency={currency}
            mayEdit={mayEdit}
            onChanged={() => {
              contact.reload();
              onChanged();
            }}
          />
        )}
      </div>
    </PeekPanel>
  );
}
