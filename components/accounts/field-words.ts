import type { WorkClock } from '#components/my-accounts/work-columns.tsx';
import type { RecordField } from '#lib/shared/account-shapes.ts';
import { dayOfInstant, parseIsoDay } from '#lib/shared/days.ts';
import { formatDay, formatInstant, formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';

const MOST_DIGITS = 6;

/** The value of a field as people read it; '' when there is none. */
export function shownValue(field: RecordField, currency: string, timeZone: string): string {
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
  return field.key === 'foundedYear' ? String(value) : formatNumber(value, { digits: MOST_DIGITS });
}

/** `from crm-accounts.csv, 12 days ago`; `by Dara Winslade, today`. */
export function sourceWords(source: NonNullable<RecordField['source']>, clock: WorkClock): string {
  const days = clock.todayOn - dayOfInstant(source.setAt, clock.timeZone);
  const age = days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${formatNumber(days)} days ago`;
  const from = {
    import: source.name ? `from ${source.name}` : 'from an import',
    demo: 'demo data',
    api: source.name ? `by the API, ${source.name}` : 'by the API',
    person: source.name ? `by ${source.name}` : 'by hand',
    derived: 'derived',
  }[source.kind];
  return `${from}, ${age}`;
}
