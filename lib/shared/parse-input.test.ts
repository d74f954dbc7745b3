import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseInput } from './parse-input.ts';

const schema = z.strictObject({
  name: z.string('Give it a name.').min(2),
  kind: z.enum(['a', 'b']),
  count: z.number().int().max(5).optional(),
  list: z.array(z.string().min(1)).min(1).optional(),
});

function faults(value: unknown): Record<string, string> {
  try {
    parseInput(schema, value);
    return {};
  } catch (error) {
    const { issues } = error as { issues: { path: string; message: string }[] };
    return Object.fromEntries(issues.map(({ path, message }) => [path, message]));
  }
}

it('says each fault in a sentence, the schema’s own first', () => {
  expect(faults({ name: 7, kind: 'c', count: 9, list: [] })).toEqual({
    '/name': 'Give it a name.',
    '/kind': 'Choose one of: a, b.',
    '/count': 'At most 5.',
    '/list': 'At least 1 item.',
  });
  expect(faults({ name: 'ok', kind: 'a', count: 'many', list: [''] })).toEqual({
    '/count': '"count" must be a number.',
    '/list/0': 'At least 1 character.',
  });
});

it('names what is missing and what does not belong', () => {
  expect(faults({ name: 'ok', other: 1 })).toEqual({
    '/kind': expect.any(String),
    '': 'There is no "other" here.',
  });
  expect(faults([])).toEqual({ '': 'This must be an object.' });
});

it('escapes paths as JSON pointers', () => {
  const record = z.record(z.string(), z.number());
  expect(() => parseInput(record, { 'a/b~c': 'x' })).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ path: '/a~1b~0c' })] }),
  );
});
