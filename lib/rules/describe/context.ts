import { formatMoney, formatNumber } from '#lib/shared/format.ts';

import type { Catalog, Field } from '../catalog.ts';
import type { CalendarSettings } from '../resolved.ts';
import { valueLabel } from '../value-label.ts';
import type { Phrase, Token } from './phrase.ts';
import { listed, plain, strong } from './phrase.ts';

/**
 * What a sentence needs to know. With `calendar` and `asOf` (epoch ms) relative dates are told as the dates they mean
 * (`since 20 Oct`), without them as they were written (`in the last 30 days`).
 */
export type DescribeContext = {
  catalog: Catalog;
  calendar?: CalendarSettings;
  asOf?: number;
  /** ISO 4217; US dollars by default. */
  currency?: string;
};

const mostValues = 8;

function isRound(amount: number): boolean {
  const size = Math.abs(amount);
  return size >= 1e9 ? size % 1e8 === 0 : size >= 1e6 && size % 1e5 === 0;
}

/** A number in the unit of its field; money is shortened only where nothing is lost by it. */
export function numberText(
  field: Pick<Field, 'type' | 'unit'> | null,
  value: number,
  context: DescribeContext,
): string {
  if (field?.type === 'money') {
    const currency = context.currency ?? 'USD';
    if (isRound(value)) return formatMoney(value, currency, { compact: true });
    return formatMoney(value, currency, { digits: Number.isInteger(value) ? 0 : 2 });
  }
  if (field?.unit === 'year') return String(value);
  if (field?.unit?.startsWith('rate')) return `${formatNumber(value * 100, { digits: 4 })} %`;
  return formatNumber(value, { digits: 6 });
}

/** Values of a list by their labels, the many shortened to the first few and a count. */
export function valuesPhrase(
  field: Field,
  values: readonly string[],
  context: DescribeContext,
  options: { word?: 'and' | 'or'; label?: (text: string, value: string) => Token } = {},
): Token[] {
  const label = options.label ?? ((text: string) => strong(text));
  const shown = values.length > mostValues ? values.slice(0, mostValues - 1) : values;
  const items: Phrase[] = shown.map((value) => [label(valueLabel(field, value, context.catalog), value)]);
  const more = values.length - shown.length;
  return listed(more > 0 ? [...items, [plain(`${formatNumber(more)} others`)]] : items, options.word ?? 'or');
}
