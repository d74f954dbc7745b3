import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Connection } from '#db/client.ts';
import { termWriter } from '#db/terms.ts';
import { foldText } from '#lib/shared/text.ts';

const folder = join(import.meta.dirname, '../../../../../shared/data/maven-crm');

export const hasMaven = existsSync(folder);

type Reference = { queries: { id: string; answer: Record<string, number | string | null>[] }[] };

/** The answers that a third party worked out over the files. */
export function mavenReference(): (id: string) => Record<string, number | string | null>[] {
  const { queries } = JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')) as Reference;
  return (id) => queries.find((query) => query.id === id)?.answer ?? [];
}

function rows(file: string): Record<string, string>[] {
  const text = readFileSync(join(folder, file), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** M/D/YYYY → epoch day. */
function day(text: string): number | null {
  if (text === '') return null;
  const [month, date, year] = text.split('/').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, date) / 86_400_000;
}

/** Puts the files into the store as an import would, without one. */
export function loadMaven(connection: Connection): void {
  const term = termWriter(connection);
  const id = new Map<string, number>();
  const insert = (key: string, sql: string, values: unknown[]) => {
    id.set(key, Number(connection.prepare(sql).run(...values).lastInsertRowid));
  };
  for (const row of rows('accounts.csv')) {
    const name = row.account ?? '';
    insert(
      `account ${name}`,
      'INSERT INTO accounts (name, name_folded, industry, created_at, updated_at) VALUES (?, ?, ?, 0, 0)',
      [name, foldText(name), term('account.industry', row.sector ?? '')],
    );
  }
  for (const row of rows('sales_teams.csv')) {
    const name = row.sales_agent ?? '';
    insert(
      `rep ${name}`,
      'INSERT INTO reps (name, name_folded, region, created_at, updated_at) VALUES (?, ?, ?, 0, 0)',
      [name, foldText(name), term('rep.region', row.regional_office ?? '')],
    );
  }
  const stages = { Prospecting: 'open', Engaging: 'open', Won: 'won', Lost: 'lost' };
  Object.entries(stages).forEach(([name, outcome], index) => {
    insert(
      `stage ${name}`,
      'INSERT INTO stages (name, name_folded, term_id, position, outcome) VALUES (?, ?, ?, ?, ?)',
      [name, foldText(name), term('opportunity.stage', name), index + 1, outcome],
    );
  });
  const insertDeal = connection.prepare(
    `INSERT INTO opportunities (account_id, owner_id, product, stage_id, amount, created_on, closed_on, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)`,
  );
  for (const row of rows('sales_pipeline.csv')) {
    insertDeal.run(
      id.get(`account ${row.account}`) ?? null,
      id.get(`rep ${row.sales_agent}`) ?? null,
      term('opportunity.product', row.product ?? ''),
      id.get(`stage ${row.deal_stage}`),
      row.close_value === '' ? null : Number(row.close_value),
      day(row.engage_date ?? ''),
      day(row.close_date ?? ''),
    );
  }
}
