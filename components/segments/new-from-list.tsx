'use client';
import { useState } from 'react';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { keysInText } from '#lib/imports/list-keys.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import { KeyLines } from './key-lines.tsx';
import { KeysField } from './keys-field.tsx';
import { NameField, OtherProblem } from './name-field.tsx';
import { type Created, useCreateSegment } from './use-create-segment.ts';

/** Web domains, e-mail addresses or CRM ids, one per line; says afterwards which were not found. */
export function NewFromList({ noPublish }: { noPublish: string | null }) {
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [created, setCreated] = useState<Created | null>(null);
  const { create, busy, problem } = useCreateSegment();
  const [kind, setKind] = useState<'rule' | 'list'>('rule');
  const lines = keysInText(text);
  if (created) return <ListReport created={created} lines={lines.length} />;
  return (
    <form
      className="flex max-w-xl flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        const input = kind === 'list' ? { name, records: lines } : { name, domainsOrIds: lines };
        void create(input, (made) => {
          const isComplete = !made.notFound?.length && !made.unreadable?.length;
          if (!isComplete) setCreated(made);
          return !isComplete;
        });
      }}
    >
      <NameField value={name} onValueChange={setName} problem={problem} />
      <RadioGroup
        label="What it makes"
        value={kind}
        onValueChange={setKind}
        options={[
          {
            value: 'rule',
            label: 'A rule that names them',
            hint: 'A draft; lines without an account stay in the rule and count once the account is there.',
          },
          {
            value: 'list',
            label: 'A fixed list',
            hint: noPublish ?? 'Published at once; has exactly these accounts until somebody changes it.',
            disabled: noPublish !== null,
          },
        ]}
      />
      <KeysField entity="account" value={text} onValueChange={setText} />
      <OtherProblem problem={problem} />
      <div>
        <Button
          type="submit"
          variant="primary"
          busy={busy}
          {...(lines.length === 0 ? { reason: 'Paste at least one line.' } : {})}
        >
          Create the segment
        </Button>
      </div>
    </form>
  );
}

function ListReport({ created, lines }: { created: Created; lines: number }) {
  const notFound = created.notFound ?? [];
  const unreadable = created.unreadable ?? [];
  return (
    <div className="flex max-w-xl flex-col gap-3 px-4 py-4" aria-live="polite">
      <h2 className="text-14">
        {created.name}: an account found for {formatNumber(lines - notFound.length - unreadable.length)} of{' '}
        {formatCount(lines, 'line')}.
      </h2>
      <KeyLines
        title={`No account yet for ${formatCount(notFound.length, 'line')}; ${created.kind === 'list' ? 'left out' : 'kept in the rule'}`}
        lines={notFound}
      />
      <KeyLines
        title={`Neither a domain nor an id, left out: ${formatCount(unreadable.length, 'line')}`}
        lines={unreadable}
      />
      <div>
        <Button asChild variant="primary">
          <AppLink href={`/segments/${created.id}`}>
            {created.kind === 'list' ? 'Open the list' : 'Open the builder'}
          </AppLink>
        </Button>
      </div>
    </div>
  );
}
