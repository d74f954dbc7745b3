'use client';
import { FieldRows } from '#components/accounts/field-rows.tsx';
import { useRecordFields } from '#components/accounts/use-record-fields.ts';
import type { WorkClock } from '#components/my-accounts/work-columns.tsx';
import type { Contact } from '#lib/shared/contact-shapes.ts';

/** All fields of one person, edited in place. */
export function ContactFields({
  contact,
  clock,
  currency,
  mayEdit,
  onChanged,
}: {
  contact: Contact;
  clock: WorkClock;
  currency: string;
  mayEdit: boolean;
  onChanged: () => void;
}) {
  const record = useRecordFields('contact', contact, onChanged);
  return <FieldRows record={record} clock={clock} currency={currency} mayEdit={mayEdit} />;
}
