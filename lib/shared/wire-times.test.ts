import { expect, test } from 'vitest';
import { toWire, wireDay, wireInstant } from './wire-times.ts';

const noon = Date.UTC(2026, 10, 22, 12);

test('times go out as ISO text by their key, at any depth, and other numbers stay', () => {
  expect(toWire({ publishedAt: noon, items: [{ reviewDueOn: 20_779, count: 3, retiredAt: null }] })).toEqual({
    publishedAt: '2026-11-22T12:00:00.000Z',
    items: [{ reviewDueOn: '2026-11-22', count: 3, retiredAt: null }],
  });
});

test('what goes out comes back as it was', () => {
  const wire = toWire({ freshAt: noon, dueOn: 20_779 }) as { freshAt: string; dueOn: string };
  expect(wireInstant.parse(wire.freshAt)).toBe(noon);
  expect(wireDay.parse(wire.dueOn)).toBe(20_779);
});
