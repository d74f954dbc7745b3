'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import type { Issue } from '#lib/shared/errors.ts';
import { NameField, OtherProblem } from './name-field.tsx';
import { useCreateSegment } from './use-create-segment.ts';

function parsed(text: string): { rule: unknown } | null {
  try {
    return { rule: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** A rule of another tool or of another workspace; whatever cannot be read is named, and nothing is left out. */
export function NewFromRule() {
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [isNoJson, setNoJson] = useState(false);
  const { create, busy, problem } = useCreateSegment();
  const issues = (problem?.issues ?? []).filter((issue) => issue.path.startsWith('/pastedRule'));
  return (
    <form
      className="flex max-w-xl flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        const read = parsed(text);
        setNoJson(read === null);
        if (read) void create({ name, pastedRule: read.rule });
      }}
    >
      <NameField value={name} onValueChange={setName} problem={problem} />
      <Field
        label="Rule"
        hint="JSON: a rule copied from a segment, a rule in JsonLogic, or a query of react-querybuilder."
        {...(isNoJson
          ? { error: 'This is not whole JSON. Copy the rule again, from its first { to its last }.' }
          : {})}
      >
        <Textarea
          value={text}
          onChange={(event) => setText(event.target.value)}
          spellCheck={false}
          className="min-h-64 font-mono text-12"
        />
      </Field>
      {issues.length > 0 ? <RuleIssues issues={issues} /> : <OtherProblem problem={problem} />}
      <div>
        <Button
          type="submit"
          variant="primary"
          busy={busy}
          {...(text.trim() === '' ? { reason: 'Paste a rule.' } : {})}
        >
          Open the builder
        </Button>
      </div>
    </form>
  );
}

function RuleIssues({ issues }: { issues: Issue[] }) {
  return (
    <section role="alert" className="flex flex-col gap-1">
      <h2 className="text-13 font-medium text-bad-ink">
        {issues.length === 1 ? 'One part cannot be read' : `${issues.length} parts cannot be read`}. No
        segment was made.
      </h2>
      <ul className="border-y border-line text-ink-2">
        {issues.map((issue) => (
          <li key={issue.path + issue.code} className="border-b border-line px-2 py-1 last:border-b-0">
            {issue.message}{' '}
            <code className="text-12 text-ink-3">
              {issue.path.slice('/pastedRule'.length) || 'the whole text'}
            </code>
          </li>
        ))}
      </ul>
    </section>
  );
}
