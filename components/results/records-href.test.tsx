import { describe, expect, it } from 'vitest';
import { resultsHref } from './records-href.ts';

describe('resultsHref', () => {
  it('leads back to the filters and the grouping', () => {
    const back = resultsHref(
      'figure=won&from=2026-01-01&to=2026-03-31&pipeline=New+business&territory=ter_1',
    );
    expect(Object.fromEntries(new URL(back, 'http://x').searchParams)).toEqual({
      groupBy: 'territory',
      from: '2026-01-01',
      to: '2026-03-31',
      pipeline: 'New business',
    });
  });

  it('keeps the compared segments, and takes the month of a bar for no grouping', () => {
    const back = resultsHref(
      'figure=created&by=created&compare=seg_1%2Cseg_2&membership=atCreation&segment=seg_1&month=2026-02',
    );
    expect(Object.fromEntries(new URL(back, 'http://x').searchParams)).toEqual({
      compare: 'seg_1,seg_2',
      membership: 'atCreation',
    });
  });
});
