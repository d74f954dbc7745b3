import type { z } from 'zod';

import type { Issue } from '#lib/shared/errors.ts';

import { pointerStep } from './limits.ts';

/** Collects faults; parsers report and go on, so that one answer tells them all. */
export type Report = (path: string, code: string, message: string) => undefined;

export function collectIssues(): { issues: Issue[]; report: Report } {
  const issues: Issue[] = [];
  function report(path: string, code: string, message: string): undefined {
    issues.push({ path, code, message });
  }
  return { issues, report };
}

/** A short, safe rendering of what was sent, for a sentence. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? typeof value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const kinds: Record<string, string> = {
  object: 'an object',
  array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
};

function codeAndSentence(issue: z.core.$ZodIssue, input: unknown): { code: string; message: string } {
  const key = String(issue.path.at(-1) ?? 'rule');
  const sent = issue.path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined,
    input,
  );
  if (sent === undefined && issue.path.length > 0)
    return { code: 'missing', message: `"${key}" is missing.` };
  if (issue.code === 'unrecognized_keys') {
    return {
      code: 'unknown_key',
      message: `A rule has no ${issue.keys.map((name) => shown(name)).join(', ')} here.`,
    };
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String).join(', ');
    const code = key === 'operator' ? 'unknown_operator' : 'wrong_type';
    return { code, message: `"${key}" must be one of ${choices} (got ${shown(sent)}).` };
  }
  if (issue.code === 'invalid_type') {
    return {
      code: 'wrong_type',
      message: `"${key}" must be ${kinds[issue.expected] ?? issue.expected} (got ${shown(sent)}).`,
    };
  }
  if (issue.code === 'too_small') return { code: 'empty_value', message: `"${key}" must not be empty.` };
  if (issue.code === 'too_big') return { code: 'text_too_long', message: `"${key}" is too long.` };
  return { code: 'wrong_type', message: `"${key}" is not what it should be (got ${shown(sent)}).` };
}

/** The value in its shape, or undefined after every fault of the shape was reported. */
export function readShape<T>(
  schema: z.ZodType<T>,
  input: unknown,
  path: string,
  report: Report,
): T | undefined {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const { code, message } = codeAndSentence(issue, input);
    report(path + issue.path.map((step) => pointerStep(String(step))).join(''), code, message);
  }
  return undefined;
}
