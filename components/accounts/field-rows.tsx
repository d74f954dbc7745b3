'use client';
import { Pin } from 'lucide-react';
import { z } from 'zod';
import { ApiProblem, api } from '#components/api-client.ts';
import type { WorkClock } from '#components/my-accounts/work-columns.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast, toastError, toastUndo } from '#components/ui/toast.ts';
import { Tooltip } from '#components/ui/tooltip.tsx';
import type { RecordField } from '#lib/shared/account-shapes.ts';
import { FieldValue } from './field-value.tsx';
import { shownValue, sourceWords } from './field-words.ts';
import { problemText } from './use-api.ts';

const anything = z.unknown();

/**
 * The fields of a record, each with its value, source and age. A value is edited where it stands; what a person sets is
 * pinned and can be released. Every change can be taken back.
 */
export function FieldRows({
  path,
  fields,
  version,
  clock,
  currency,
  mayEdit,
  onChanged,
}: {
  /** Of the record in the API, as `/accounts/acc_1`. */
  path: string;
  fields: readonly RecordField[];
  version: number;
  clock: WorkClock;
  currency: string;
  mayEdit: boolean;
  onChanged: () => void;
}) {
  async function patch(body: Record<string, unknown>, ifMatch?: number): Promise<void> {
    await api(path, {
      method: 'PATCH',
      body,
      schema: anything,
      ...(ifMatch === undefined ? {} : { ifMatch }),
    });
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

  return (
    <dl>
      {fields.map((field) => (
        <div key={field.key} className="flex min-h-8 items-center gap-3 py-0.5">
          <dt className="w-28 shrink-0 truncate text-ink-3" title={field.label}>
            {field.label}
          </dt>
          <dd className="min-w-0 flex-1">
            <FieldValue
              entity={path.startsWith('/contacts') ? 'contact' : 'account'}
              field={field}
              shown={shownValue(field, currency, clock.timeZone)}
              mayEdit={mayEdit && field.isEditable}
              onSave={(value) => save(field, value)}
            />
          </dd>
          {field.source && (
            <dd className="flex max-w-40 shrink-0 items-center gap-1 text-12 text-ink-3 max-sm:hidden">
              {field.source.isPinned && mayEdit && (
                <Tooltip content="Set by hand: imports leave it alone. Release it to let them change it again.">
                  <Button
                    variant="ghost"
                    size="sm"
                    aria-label={`Release ${field.label}`}
                    onClick={() => void release(field)}
                  >
                    <Pin aria-hidden />
                    Release
                  </Button>
                </Tooltip>
              )}
              <span className="truncate" title={sourceWords(field.source, clock)}>
                {sourceWords(field.source, clock)}
              </span>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
