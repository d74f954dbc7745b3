import type { WorkClock } from '#components/my-accounts/work-columns.tsx';
import type { RecordField } from '#lib/shared/account-shapes.ts';
import { dayOfInstant, parseIsoDay } from '#lib/shared/days.ts';
import { formatDay, formatInstant, formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';

const MOST_DIGITS = 6;

/** The value of a field as people read it; '' when there is none. */
export function shownValue(
  field: Pick<RecordField, 'key' | 'type' | 'unit' | 'value' | 'text'>,
  currency: string,
  timeZone: string,
): string {
  const { value, type, text } = field;
  if (text !== null) return text;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.join(', ');
  if (type === 'day') {
    const day = parseIsoDay(String(value));
    return day === null ? String(value) : formatDay(day);
  }
  if (type === 'instant') return formatInstant(Date.parse(String(value)), timeZone);
  if (typeof value === 'string') return value;
  if (type === 'money') return formatMoney(value, currency);
  if (field.key === 'growthRate') return formatRate(value);
  if (field.key === 'foundedYear') return String(value);
  const words = formatNumber(value, { digits: MOST_DIGITS });
  // The built-in units say what is meant ("0–100"); only those that people gave stand behind the number.
  return field.unit && field.key.startsWith('custom.') ? `${words} ${field.unit}` : words;
}

/** `from crm-accounts.csv, 12 days ago`; `by Dara Winslade, today`. */
export function sourceWords(source: NonNullable<RecordField['source']>, clock: WorkClock): string {
  const age = ageWords(clock.todayOn - dayOfInstant(source.setAt, clock.timeZone));
  const from = {
    import: source.name ? `from ${source.name}` : 'from an import',
    demo: 'demo data',
    api: source.name ? `by the API, ${source.name}` : 'by the API',
    person: source.name ? `by ${source.name}` : 'by hand',
    derived: 'derived',
  }[source.kind];
  return `${from}, ${age}`;
}

const DAYS_A_MONTH = 30.44;

/** `today`, `12 days ago`, `5 months ago`, `3 years ago`. */
export function ageWords(days: number): string {
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 60) return `${formatNumber(days)} days ago`;
  const months = Math.floor(days / DAYS_A_MONTH);
  return months < 24 ? `${months} months ago` : `${Math.floor(months / 12)} years ago`;
}
