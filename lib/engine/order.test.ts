import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareUtf8 } from './order.ts';

it('orders texts as their UTF-8 bytes lie', () => {
  const text = fc.string({ unit: 'binary', maxLength: 6 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});
