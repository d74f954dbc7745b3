import type { Preview } from '#lib/evaluator/contract.ts';

/** What a preview answers, by codes, so that every engine can be held against the others. Bin -1 = not known. */
export type Outputs = {
  count: number;
  page: number[];
  industry: Map<number, number>;
  country: Map<number, number>;
  bins: Map<number, number>;
};

/** As a text that is the same for the same outputs. */
export function fingerprint({ count, page, industry, country, bins }: Outputs): string {
  const sorted = (counts: Map<number, number>) =>
    [...counts].filter(([, counted]) => counted > 0).sort(([a], [b]) => a - b);
  return JSON.stringify([count, page, sorted(industry), sorted(country), sorted(bins)]);
}

export function outputsOf(preview: Preview, codeOf: (field: string, label: string) => number): Outputs {
  const counts = (name: string) =>
    new Map(
      (preview.breakdowns[name] ?? []).map(({ value, count }) => [
        value === null ? 0 : codeOf(`account.${name}`, value),
        count,
      ]),
    );
  const histogram = preview.histograms.employees;
  const bins = new Map((histogram?.bins ?? []).map(({ count }, index) => [index, count]));
  bins.set(-1, histogram?.missing ?? 0);
  return {
    count: preview.count,
    page: preview.page.ids,
    industry: counts('industry'),
    country: counts('country'),
    bins,
  };
}
