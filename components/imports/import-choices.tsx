'use client';
import { Segmented } from '#components/ui/segmented.tsx';
import type { ImportOptions } from '#lib/imports/options.ts';

function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: { value: T; label: string }[];
  onChange: (value: T) => void;
}) {
  return (
    <div>
      <div className="mb-1.5 text-12 text-ink-2" aria-hidden>
        {label}
      </div>
      <Segmented label={label} value={value} onValueChange={onChange} options={options} />
    </div>
  );
}

/** What happens with rows that match, values that cannot be read, empty cells, unknown accounts, absent records. */
export function ImportChoices({
  options,
  onChange,
}: {
  options: ImportOptions;
  onChange: (next: ImportOptions) => void;
}) {
  const set = (change: Partial<ImportOptions>) => onChange({ ...options, ...change });
  const hasId = JSON.stringify(options.mapping).includes('"field":"externalId"');
  return (
    <div className="mt-auto flex flex-wrap gap-x-6 gap-y-3 border-t border-line px-4 py-3.5">
      <Choice
        label="When a row matches a record"
        value={options.onMatch}
        onChange={(onMatch) => set({ onMatch })}
        options={[
          { value: 'update', label: 'Update it' },
          { value: 'skip', label: 'Skip it' },
        ]}
      />
      <Choice
        label="A value that cannot be read"
        value={options.onBadValue}
        onChange={(onBadValue) => set({ onBadValue })}
        options={[
          { value: 'skipValue', label: 'Leave out the value' },
          { value: 'rejectRow', label: 'Reject the row' },
        ]}
      />
      <Choice
        label="An empty cell"
        value={options.onEmpty}
        onChange={(onEmpty) => set({ onEmpty })}
        options={[
          { value: 'keep', label: 'Keeps what is there' },
          { value: 'clear', label: 'Clears it' },
        ]}
      />
      {options.account && (
        <Choice
          label="An account nobody knows"
          value={options.onUnknownAccount}
          onChange={(onUnknownAccount) => set({ onUnknownAccount })}
          options={[
            { value: 'keepUnlinked', label: 'Keep the row, try later' },
            { value: 'create', label: 'Create it' },
            { value: 'reject', label: 'Reject the row' },
          ]}
        />
      )}
      {hasId && ['account', 'contact', 'opportunity', 'rep'].includes(options.entity) && (
        <Choice
          label="Records this full file no longer holds"
          value={options.absent}
          onChange={(absent) => set({ absent })}
          options={[
            { value: 'keep', label: 'Keep' },
            { value: 'archive', label: 'Archive' },
          ]}
        />
      )}
    </div>
  );
}
