import { describe, expect, it } from 'vitest';
import { tamShare } from './tam-share.ts';

const tam = { id: 'seg_t', isListed: true };
const all = { count: 20_000, total: 18_720 };

describe('tamShare', () => {
  it('leaves out what lies outside the TAM', () => {
    const rest = { ...all, overlaps: [{ segmentId: 'seg_t', name: 'TAM', count: 9_360 }] };
    expect(tamShare(all, rest, tam)).toMatch(/^50\.0\s% of TAM 18,720$/);
    expect(tamShare(all, { ...all, overlaps: [] }, tam)).toMatch(/^0\.00\s% of TAM 18,720$/);
  });

  it('never says more than all of it', () => {
    expect(tamShare(all, null, tam)).toBe('TAM 18,720');
  });

  it('compares the counts where the TAM is no listed segment', () => {
    const part = { count: 27, total: 18_720, overlaps: [] };
    expect(tamShare(part, part, { id: null, isListed: true })).toMatch(/^0\.14\s% of TAM 18,720$/);
    expect(tamShare(part, part, { id: 'seg_t', isListed: false })).toMatch(/^0\.14\s% of TAM 18,720$/);
    expect(tamShare({ count: 0, total: 0 }, null, tam)).toBe('TAM 0');
  });
});
