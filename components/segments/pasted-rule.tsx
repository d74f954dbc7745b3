import type { Issue } from '#lib/shared/errors.ts';

export const noWholeJson = 'This is not whole JSON. Copy the rule again, from its first { to its last }.';

/** What a pasted text holds as JSON, or null when it is none. */
export function parsedJson(text: string): { json: unknown } | null {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** Everything in a pasted rule that cannot be read, with its place in the text. */
export function RuleIssues({ issues, aftermath }: { issues: Issue[]; aftermath: string }) {
  return (
    <section role="alert" className="flex flex-col gap-1">
      <h2 className="text-13 font-medium text-bad-ink">
        {issues.length === 1 ? 'One part cannot be read' : `${issues.length} parts cannot be read`}.{' '}
        {aftermath}
      </h2>
      <ul className="border-y border-line text-ink-2">
        {issues.map((issue) => (
          <li key={issue.path + issue.code} className="border-b border-line px-2 py-1 last:border-b-0">
            {issue.message} <code className="text-12 text-ink-3">{issue.path || 'the whole text'}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
