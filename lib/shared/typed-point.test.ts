import { expect, it } from 'vitest';
import { readTypedPoint } from './typed-point.ts';

it.each([
  ['47.61, -122.33', { latitude: 47.61, longitude: -122.33, name: null }],
  ['47.61 -122.33', { latitude: 47.61, longitude: -122.33, name: null }],
  ['Chicago, IL', { latitude: 41.88, longitude: -87.63, name: 'Chicago' }],
  ['chicago, Illinois', { latitude: 41.88, longitude: -87.63, name: 'chicago' }],
  ['München, Germany', { latitude: 48.14, longitude: 11.58, name: 'München' }],
])('%s is a point', (text, point) => expect(readTypedPoint(text)).toEqual(point));

it('knows a US postal code by its beginning', () => {
  expect(readTypedPoint('98101')).toMatchObject({
    name: '98101',
    latitude: expect.closeTo(47.6, 0) as number,
  });
});

it.each(['', 'Chicago', 'Nowhere at all, IL', '91, 0', '12, 181', 'Chicago, Atlantis'])(
  '%s is none',
  (text) => expect(readTypedPoint(text)).toBeNull(),
);
