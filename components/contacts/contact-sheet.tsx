'use client';
import { z } from 'zod';
import { useApi } from '#components/accounts/use-api.ts';
import { api, problemText } from '#components/api-client.ts';
import type { WorkClock } from '#components/my-accounts/work-columns.tsx';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { toastError, toastUndo } from '#components/ui/toast.ts';
import { contactShape } from '#lib/shared/contact-shapes.ts';
import { ContactFields } from './contact-fields.tsx';

const nothing = z.undefined();

/** One person over an account's page: every value with its source, edited in place. */
export function ContactPeek({
  contactId,
  clock,
  currency,
  mayEdit,
  onChanged,
  onClose,
}: {
  contactId: string;
  clock: WorkClock;
  currency: string;
  mayEdit: boolean;
  onChanged: () => void;
  onClose: () => void;
}) {
  const contact = useApi(`/contacts/${contactId}`, contactShape);
  const { value, problem } = contact;

  async function archive(): Promise<void> {
    try {
      await api(`/contacts/${contactId}`, { method: 'DELETE', schema: nothing });
      toastUndo(`${value?.name ?? 'The contact'} moved to the Trash`, () => {
        api(`/contacts/${contactId}/restore`, { method: 'POST', schema: contactShape }).then(
          onChanged,
          (error: unknown) => toastError(problemText(error)),
        );
      });
      onClose();
      onChanged();
    } catch (error) {
      toastError(problemText(error));
    }
  }

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      width={460}
      title={value?.name ?? 'Contact'}
      footer={
        mayEdit && (
          <Button size="sm" variant="ghost" onClick={() => void archive()}>
            Move to the Trash
          </Button>
        )
      }
    >
      {problem && <ErrorState title={problem} />}
      {!value && !problem && <SkeletonRows rows={8} label="Loading the contact" />}
      {value && (
        <>
          <p className="pb-2">
            <Chip tone={value.isReachable ? 'good' : 'caution'}>
              {value.isReachable ? 'Reachable' : 'Not reachable'}
            </Chip>
          </p>
          <ContactFields
            contact={value}
            clock={clock}
            currency={currency}
            mayEdit={mayEdit}
            onChanged={() => {
              contact.reload();
              onChanged();
            }}
          />
        </>
      )}
    </Sheet>
  );
}
