'use client';
import { useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { keysInText } from '#lib/imports/list-keys.ts';
import { formatCount } from '#lib/shared/format.ts';

const hints = {
  account:
    'One per line: acme.com, jo@acme.com, https://acme.com/about, or an id of your CRM. A table with a header row works too.',
  contact: 'One per line: jo@acme.com, or an id of your CRM. A table with a header row works too.',
};

/** A box for pasted domains, addresses and ids, or a CSV file put into it; says how many lines it reads. */
export function KeysField({
  entity,
  value,
  onValueChange,
  refusal,
}: {
  entity: 'account' | 'contact';
  value: string;
  onValueChange: (text: string) => void;
  /** What was wrong with the lines that were sent. */
  refusal?: string;
}) {
  const file = useRef<HTMLInputElement>(null);
  const count = keysInText(value).length;
  return (
    <div className="flex flex-col gap-1">
      <Field
        label={entity === 'account' ? 'Domains or ids' : 'E-mail addresses or ids'}
        hint={hints[entity]}
        aside={count > 0 ? formatCount(count, 'line') : undefined}
        refusal={refusal}
      >
        <Textarea
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          spellCheck={false}
          className="min-h-32"
        />
      </Field>
      <div>
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt"
          aria-label="CSV file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            void chosen?.text().then(onValueChange);
          }}
        />
        <Button size="sm" variant="ghost" onClick={() => file.current?.click()}>
          Read a CSV file
        </Button>
      </div>
    </div>
  );
}
