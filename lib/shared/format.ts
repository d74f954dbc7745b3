import { type EpochDay, type EpochMs, formatIsoDay } from './days.ts';

/** Numbers, money and dates as people read them. Pure: the same input gives the same text on server and client. */
const LOCALE = 'en-US';

const formatters = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALE, options);
  formatters.set(key, made);
  return made;
}

/** `12345.678` → `12,346`; `digits` is the most decimals shown; `compact` gives `12K`. */
export function formatNumber(value: number, options: { digits?: number; compact?: boolean } = {}): string {
  const digits = options.digits ?? (options.compact ? 1 : 0);
  return numberFormat({
    maximumFractionDigits: digits,
    ...(options.compact ? { notation: 'compact' as const } : {}),
  }).format(value);
}

/** Money in a currency's own sign: `$1,250,000`, compact `$1.3M`. Cents only when `digits` asks for them. */
export function formatMoney(
  amount: number,
  currency: string,
  options: { digits?: number; compact?: boolean } = {},
): string {
  const digits = options.digits ?? (options.compact ? 1 : 0);
  return numberFormat({
    style: 'currency',
    currency,
    minimumFractionDigits: options.compact ? 0 : digits,
    maximumFractionDigits: digits,
    ...(options.compact ? { notation: 'compact' as const } : {}),
  }).format(amount);
}

/** A rate of 0–1 as `31.0 %` (with a no-break space). */
export function formatRate(rate: number, options: { digits?: number } = {}): string {
  const digits = options.digits ?? 1;
  const text = numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    rate * 100,
  );
  return `${text}\u00a0%`;
}

/** A signed difference: `+120`, `−43`, `0`. */
export function formatSigned(value: number, options: { digits?: number } = {}): string {
  return numberFormat({ maximumFractionDigits: options.digits ?? 0, signDisplay: 'exceptZero' })
    .format(value)
    .replace('-', '−');
}

const dayFormat = new Intl.DateTimeFormat(LOCALE, {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** Epoch day → `Nov 22, 2026`. */
export function formatDay(day: EpochDay): string {
  return dayFormat.format(Date.parse(`${formatIsoDay(day)}T00:00:00Z`));
}

/** First day of a month → `Nov 2026`. */
export function formatMonth(day: EpochDay): string {
  return new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', month: 'short', year: 'numeric' }).format(
    Date.parse(`${formatIsoDay(day)}T00:00:00Z`),
  );
}

/** Epoch ms in a time zone → `Nov 22, 2026, 09:05`. */
export function formatInstant(ms: EpochMs, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms);
}

const relativeSteps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const relativeFormat = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto', style: 'short' });

/** Distance of an instant from `now`: `12 s ago`, `3 hr. ago`, `yesterday`, `in 2 days`. */
export function formatRelative(ms: EpochMs, now: EpochMs): string {
  const distance = ms - now;
  const size = Math.abs(distance);
  for (const [unit, length] of relativeSteps) {
    if (size >= length) return relativeFormat.format(Math.trunc(distance / length), unit);
  }
  if (size < 5_000) return 'just now';
  const seconds = Math.round(size / 1000);
  return distance < 0 ? `${seconds} s ago` : `in ${seconds} s`;
}

/** `1 account`, `2,140 accounts`; the plural is given when it is not the singular plus s. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

/** Bytes → `1.2 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return `${formatNumber(bytes / 1000 ** power, { digits: power === 0 ? 0 : 1 })} ${units[power]}`;
}
