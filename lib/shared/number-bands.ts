/** Values from `from` up to but not including `to` (the last one includes it). */
export type CountedBand = { from: number; to: number; count: number };

/** Six to a decade, each about half as large again as the one before. */
const perDecade = [1, 1.5, 2, 3, 5, 7.5];

/** Round whole bounds from `first` up to `last`, both among them, evenly spaced on a logarithmic scale. */
function roundBounds(first: number, last: number): number[] {
  const lowest = Math.floor(Math.log10(first));
  const decades = Array.from({ length: Math.ceil(Math.log10(last)) - lowest + 1 }, (_, at) => lowest + at);
  return decades
    .flatMap((power) => perDecade.map((step) => step * 10 ** power))
    .filter((bound) => Number.isInteger(bound) && bound >= first && bound <= last);
}

/** `bins` are drawn, about 25 of them; `bands`, some of their bounds, are what people call a size in words. */
type Scale = { bins: readonly number[]; bands: readonly number[] };

/** People are counted `51–200`, so a band begins one above the bound of the last. */
const oneAbove = (bound: number) => bound + 1;

const scales: Readonly<Record<string, Scale>> = {
  'account.employees': {
    bins: [0, ...roundBounds(5, 100_000).map(oneAbove)],
    bands: [0, ...[10, 50, 200, 500, 1000, 2000, 5000, 10_000, 50_000].map(oneAbove)],
  },
  'account.revenue': {
    bins: [0, ...roundBounds(500_000, 5e9), 1e10],
    bands: [0, 1e6, 5e6, 1e7, 5e7, 1e8, 5e8, 1e9, 1e10],
  },
  'account.score': {
    bins: Array.from({ length: 21 }, (_, at) => at * 5),
    bands: Array.from({ length: 11 }, (_, at) => at * 10),
  },
};

/** Bounds that a field's bins keep whatever the data are, ascending; null for a field whose own spread decides. */
export function fixedBinBounds(fieldKey: string): readonly number[] | null {
  return scales[fieldKey]?.bins ?? null;
}

/** A bound as people say it: bins of employees begin at 501, and one drags to 500. */
export function spokenBound(fieldKey: string, bound: number): number {
  return fieldKey === 'account.employees' && bound > 1 && bound % 5 === 1 ? bound - 1 : bound;
}

const MOST_BANDS = 10;

/** Whether a bin that begins here begins a band too: at the field's own bounds, else at the rounder ones of many. */
function beginsBand(fieldKey: string, bins: readonly CountedBand[]): (from: number) => boolean {
  const scale = scales[fieldKey];
  if (scale) return (from) => scale.bands.includes(from);
  if (bins.length <= MOST_BANDS) return () => true;
  const width = (bins[0]?.to ?? 1) - (bins[0]?.from ?? 0);
  const isEven = bins.every(({ from, to }) => Math.abs(to - from - width) < width / 1000);
  if (!isEven) return (from) => from <= 0 || /^[15]0*(?:e|$)/.test(String(from).replace(/^0?\.0*/, ''));
  const together = [2, 5, 10].find((size) => bins.length / size <= MOST_BANDS) ?? 20;
  return (from) => Math.round(from / width) % together === 0;
}

/** Bins put together to the few bands that can be told in words. */
export function mergeToBands(fieldKey: string, bins: readonly CountedBand[]): CountedBand[] {
  const begins = beginsBand(fieldKey, bins);
  return bins.reduce<CountedBand[]>((bands, bin) => {
    const last = bands.at(-1);
    if (!last || begins(bin.from)) return [...bands, bin];
    return [...bands.slice(0, -1), { ...last, to: bin.to, count: last.count + bin.count }];
  }, []);
}
