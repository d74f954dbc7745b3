'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { NameField, OtherProblem } from './name-field.tsx';
import { noWholeJson, parsedJson, RuleIssues } from './pasted-rule.tsx';
import { useCreateSegment } from './use-create-segment.ts';

/** A rule of another tool or of another workspace; whatever cannot be read is named, and nothing is left out. */
export function NewFromRule() {
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [isNoJson, setNoJson] = useState(false);
  const { create, busy, problem } = useCreateSegment();
  const where = '/pastedRule';
  const issues = (problem?.issues ?? [])
    .filter((issue) => issue.path.startsWith(where))
    .map((issue) => ({ ...issue, path: issue.path.slice(where.length) }));
  return (
    <form
      className="flex max-w-xl flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        const read = parsedJson(text);
        setNoJson(read === null);
        if (read) void create({ name, pastedRule: read.json });
      }}
    >
      <NameField value={name} onValueChange={setName} problem={problem} />
      <Field
        label="Rule"
        hint="JSON: a rule copied from a segment, a rule in JsonLogic, or a query of react-querybuilder."
        {...(isNoJson ? { error: noWholeJson } : {})}
      >
        <Textarea
          value={text}
          onChange={(event) => setText(event.target.value)}
          spellCheck={false}
          className="min-h-64 font-mono text-12"
        />
      </Field>
      {issues.length > 0 ? (
        <RuleIssues issues={issues} aftermath="No segment was made." />
      ) : (
        <OtherProblem problem={problem} />
      )}
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
