import { expect, it } from 'vitest';
import { safeReturnPath } from './return-path.ts';

it('goes back to a page of our own', () => {
  expect(safeReturnPath('/segments/seg_1?tab=members')).toBe('/segments/seg_1?tab=members');
});

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/a\\b',
  '/\n/evil',
  '',
  null,
  '/sign-in',
])('does not go to %j', (value) => {
  expect(safeReturnPath(value)).toBe('/');
});
