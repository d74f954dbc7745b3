import type { z } from 'zod';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

const formats: Record<string, string> = {
  email: 'an e-mail address, for example ada@example.com',
  url: 'a web address that begins with https://',
  date: 'a day like 2026-11-22',
  datetime: 'an instant like 2026-11-22T09:00:00Z',
};

/** A fault as a sentence, where a schema does not bring its own. */
export function plainMessage(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return missing(issue.path?.at(-1));
      return `${named(issue.path?.at(-1))} must be ${kinds[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `Choose one of: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `There is no ${issue.keys.map((key) => `"${key}"`).join(', ')} here.`;
    case 'too_small':
      return `At least ${amount(issue.origin, Number(issue.minimum))}.`;
    case 'too_big':
      return `At most ${amount(issue.origin, Number(issue.maximum))}.`;
    case 'invalid_format':
      return `This must be ${formats[issue.format] ?? 'written another way'}.`;
    case 'invalid_union':
      return 'This is none of the forms that are taken here.';
    default:
      return undefined;
  }
}

function named(key: PropertyKey | undefined): string {
  return typeof key === 'string' ? `"${key}"` : 'This';
}

function missing(key: PropertyKey | undefined): string {
  return `${named(key)} is missing.`;
}

function amount(origin: string, count: number): string {
  if (origin === 'string') return `${count} character${count === 1 ? '' : 's'}`;
  if (origin === 'array' || origin === 'set') return `${count} item${count === 1 ? '' : 's'}`;
  return String(count);
}
