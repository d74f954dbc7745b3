'use client';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import type { RuleFormAnswer } from '#lib/shared/rule-form-shapes.ts';
import { conditionAt } from './condition-at.ts';
import { formNames } from './form-names.ts';

/** The text with what it counts on, or everything that the form cannot say. */
export function RuleFormText({
  answer,
  definition,
  words,
}: {
  answer: RuleFormAnswer;
  definition: SegmentDefinition;
  words: DescribeContext;
}) {
  const { label } = formNames[answer.form];
  if (answer.text === null) {
    return <Unsaid answer={answer} definition={definition} words={words} label={label} />;
  }
  return (
    <>
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className="max-h-[46dvh] overflow-auto rounded-2 border border-line bg-sunken p-3 font-mono text-12 whitespace-pre-wrap"
      >
        {answer.text}
      </pre>
      {answer.notes.length > 0 && (
        <ul className="mt-2 list-disc pl-5 text-ink-2">
          {answer.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Unsaid({
  answer,
  definition,
  words,
  label,
}: {
  answer: RuleFormAnswer;
  definition: SegmentDefinition;
  words: DescribeContext;
  label: string;
}) {
  const { issues } = answer;
  return (
    <section role="alert">
      <h3 className="mb-1 text-13 font-medium text-bad-ink">
        {label} cannot say {issues.length === 1 ? 'one part' : `${issues.length} parts`} of this rule. Nothing
        is left out silently, so there is no text.
      </h3>
      <ul className="border-y border-line">
        {issues.map((issue) => (
          <li key={issue.path + issue.message} className="border-b border-line px-2 py-1.5 last:border-b-0">
            <span className="block font-medium">{conditionAt(definition, issue.path, words)}</span>
            <span className="text-ink-2">{issue.message}</span>{' '}
            <code className="text-12 text-ink-3">{issue.path}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
