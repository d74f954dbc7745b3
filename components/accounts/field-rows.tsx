'use client';
import { Pin } from 'lucide-react';
import type { WorkClock } from '#components/my-accounts/work-columns.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { RecordField } from '#lib/shared/account-shapes.ts';
import { FieldValue } from './field-value.tsx';
import { shownValue, sourceWords } from './field-words.ts';
import type { RecordFields } from './use-record-fields.ts';

/** Some fields of a record, each with its value, edited where it stands, its source and age; a pinned one can be released. */
export function FieldRows({
  record,
  fields = record.fields,
  clock,
  currency,
  mayEdit,
}: {
  record: RecordFields;
  /** A part of the record's fields; all when left out. */
  fields?: readonly RecordField[];
  clock: WorkClock;
  currency: string;
  mayEdit: boolean;
}) {
  return (
    <dl className="@container">
      {fields.map((field) => (
        <div key={field.key} className="flex min-h-8 items-center gap-x-3 py-0.5 @max-[25rem]:flex-wrap">
          <dt className="w-28 shrink-0 truncate text-ink-3" title={field.label}>
            {field.label}
          </dt>
          <dd className="min-w-0 flex-auto @max-[25rem]:flex-1">
            <FieldValue
              entity={record.entity}
              field={field}
              shown={shownValue(field, currency, clock.timeZone)}
              mayEdit={mayEdit && field.isEditable}
              onSave={(value) => record.save(field, value)}
            />
          </dd>
          {field.source && (
            <dd className="flex max-w-44 min-w-16 shrink-99 items-center justify-end gap-1 text-12 text-ink-3 @max-[25rem]:-mt-1 @max-[25rem]:justify-start @max-[25rem]:max-w-full @max-[25rem]:basis-full @max-[25rem]:pl-31">
              {field.source.isPinned && mayEdit && (
                <IconButton
                  size="sm"
                  label={`Release ${field.label}: it was set by hand, so imports leave it alone`}
                  onClick={() => void record.release(field)}
                >
                  <Pin aria-hidden />
                </IconButton>
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
