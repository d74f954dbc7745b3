import 'server-only';
import type { CurrencyRate } from '#lib/shared/settings-shapes.ts';
import type { Connection } from '../../client.ts';

/** What one unit of each other currency is worth in the workspace currency. */
export function listCurrencyRates(connection: Connection): CurrencyRate[] {
  return connection
    .prepare<[], CurrencyRate>('SELECT currency, rate FROM currency_rates ORDER BY currency')
    .all();
}

/** Replaces all rates. */
export function saveCurrencyRates(connection: Connection, rates: readonly CurrencyRate[], now: number): void {
  connection.prepare('DELETE FROM currency_rates').run();
  const insert = connection.prepare(
    'INSERT INTO currency_rates (currency, rate, updated_at) VALUES (?, ?, ?)',
  );
  for (const { currency, rate } of rates) insert.run(currency, rate, now);
}
