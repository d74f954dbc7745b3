const currencies = [
  'USD',
  'EUR',
  'GBP',
  'AUD',
  'BRL',
  'CAD',
  'CHF',
  'CNY',
  'CZK',
  'DKK',
  'HKD',
  'ILS',
  'INR',
  'JPY',
  'KRW',
  'MXN',
  'NOK',
  'NZD',
  'PLN',
  'SEK',
  'SGD',
  'TRY',
  'ZAR',
];

/** Currencies to choose from: `USD – US Dollar`. */
export function currencyOptions(): { code: string; label: string }[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return currencies.map((code) => ({ code, label: `${code} – ${names.of(code) ?? code}` }));
}

/** January … December. */
export function monthNames(): string[] {
  const format = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)));
}

/** Every zone that the runtime knows, UTC first, and the browser's own even when it has another name for it. */
export function timeZoneOptions(browserZone: string): string[] {
  return [...new Set(['UTC', browserZone, ...Intl.supportedValuesOf('timeZone')])].sort((a, b) =>
    a === 'UTC' ? -1 : b === 'UTC' ? 1 : a.localeCompare(b),
  );
}
