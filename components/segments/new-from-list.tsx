'use client';
import { useState } from 'react';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import { NameField, OtherProblem } from './name-field.tsx';
import { type Created, useCreateSegment } from './use-create-segment.ts';

function linesOf(text: string): string[] {
  return text
    .split(/[\n,;\t]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Web domains, e-mail addresses or CRM ids, one per line; says afterwards which were not found. */
export function NewFromList() {
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [created, setCreated] = useState<Created | null>(null);
  const { create, busy, problem } = useCreateSegment();
  const lines = linesOf(text);
  if (created) return <ListReport created={created} lines={lines.length} />;
  return (
    <form
      className="flex max-w-xl flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        void create({ name, domainsOrIds: lines }, (made) => {
          const isComplete = !made.notFound?.length && !made.unreadable?.length;
          if (!isComplete) setCreated(made);
          return !isComplete;
        });
      }}
    >
      <NameField value={name} onValueChange={setName} problem={problem} />
      <Field
        label="Domains or ids"
        hint="One per line: acme.com, jo@acme.com, https://acme.com/about, or an id of your CRM."
        aside={lines.length > 0 ? formatCount(lines.length, 'line') : undefined}
      >
        <Textarea
          value={text}
          onChange={(event) => setText(event.target.value)}
          spellCheck={false}
          className="min-h-64"
        />
      </Field>
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
      <Lines
        title={`No account yet for ${formatCount(notFound.length, 'line')}; kept in the rule`}
        lines={notFound}
      />
      <Lines
        title={`Neither a domain nor an id, left out: ${formatCount(unreadable.length, 'line')}`}
        lines={unreadable}
      />
      <div>
        <Button asChild variant="primary">
          <AppLink href={`/segments/${created.id}`}>Open the builder</AppLink>
        </Button>
      </div>
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-13 font-medium text-caution-ink">{title}</h3>
      <ul className="max-h-48 overflow-auto border-y border-line text-ink-2" tabIndex={0} aria-label={title}>
        {lines.map((line) => (
          <li key={line} className="truncate border-b border-line px-2 py-1 last:border-b-0">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
