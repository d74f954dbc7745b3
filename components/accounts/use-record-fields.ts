'use client';
import { useState } from 'react';
import { z } from 'zod';
import { ApiProblem, api, problemText } from '#components/api-client.ts';
import { toast, toastError, toastUndo } from '#components/ui/toast.ts';
import { type RecordField, recordFieldShape } from '#lib/shared/account-shapes.ts';

const answer = z.object({ version: z.number(), fields: z.array(recordFieldShape) });

export type RecordFields = {
  entity: 'account' | 'contact';
  fields: readonly RecordField[];
  /** Saves one value; a sentence when it was refused. */
  save: (field: RecordField, value: RecordField['value']) => Promise<string | null>;
  /** Lets imports change a value again that a person set. */
  release: (field: RecordField) => Promise<void>;
};

/**
 * The fields of a record as they stand: what the page was drawn with, or what the API answered to a change, whichever is
 * newer. Every change can be taken back.
 */
export function useRecordFields(
  entity: 'account' | 'contact',
  record: { id: string; version: number; fields: readonly RecordField[] },
  onChanged: () => void,
): RecordFields {
  const [held, setHeld] = useState<(z.output<typeof answer> & { id: string }) | null>(null);
  const isNewer = held !== null && held.id === record.id && held.version > record.version;
  const { fields, version } = isNewer ? held : record;

  async function patch(body: Record<string, unknown>, ifMatch?: number): Promise<void> {
    const saved = await api(`/${entity}s/${record.id}`, {
      method: 'PATCH',
      body,
      schema: answer,
      ...(ifMatch === undefined ? {} : { ifMatch }),
    });
    setHeld({ ...saved, id: record.id });
    onChanged();
  }

  async function save(field: RecordField, value: RecordField['value']): Promise<string | null> {
    try {
      await patch({ [field.key]: value }, version);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 409) onChanged();
      return problemText(error);
    }
    const back = { [field.key]: field.value, ...(field.source?.isPinned ? {} : { release: [field.key] }) };
    toastUndo(`${field.label} changed`, () => {
      patch(back).catch((error: unknown) => toastError(problemText(error)));
    });
    return null;
  }

  async function release(field: RecordField): Promise<void> {
    try {
      await patch({ release: [field.key] });
      toast(`Imports may change ${field.label} again`);
    } catch (error) {
      toastError(problemText(error));
    }
  }

  return { entity, fields, save, release };
}
