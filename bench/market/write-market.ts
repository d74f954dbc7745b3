import { type Connection, openStore } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { withoutIndexes } from '#db/seed/bulk-load.ts';
import { foldText } from '#lib/shared/text.ts';
import { type Draw, drawsFrom, skewed } from './draws.ts';
import { rowWriter } from './insert-rows.ts';
import { type WordField, words } from './words.ts';

const DAY_MS = 86_400_000;

/** First term id of each field; the others follow in the order of `words`. */
type Terms = Record<WordField, number>;

function writeTerms(connection: Connection): Terms {
  const insert = connection.prepare('INSERT INTO terms (id, field, label, folded) VALUES (?, ?, ?, ?)');
  let next = 1;
  const first: Partial<Terms> = {};
  for (const [field, labels] of Object.entries(words)) {
    first[field as WordField] = next;
    for (const label of labels) insert.run(next++, field, label, foldText(label));
  }
  return first as Terms;
}

/** Employees of each account, mostly few; the other draws lean on them. NaN = not known. */
function writeAccounts(connection: Connection, terms: Terms, draw: Draw, count: number): Float64Array {
  const sizes = new Float64Array(count);
  const columns = [
    ...['id', 'name', 'name_folded', 'domain', 'domain_folded', 'industry', 'sub_industry', 'employees'],
    ...[
      'revenue',
      'growth_rate',
      'founded_year',
      'ownership',
      'status',
      'country',
      'created_at',
      'updated_at',
    ],
  ];
  const accounts = rowWriter(connection, 'accounts', columns);
  const needs = rowWriter(connection, 'account_needs', ['account_id', 'term_id']);
  const term = (field: WordField) => terms[field] + skewed(draw, words[field].length);
  const perhaps = <T>(share: number, value: T) => (draw() < share ? value : null);
  for (let index = 0; index < count; index++) {
    const size = Math.ceil(Math.exp(1 + draw() * 8.5));
    const isKnown = draw() < 0.93;
    sizes[index] = isKnown ? size : Number.NaN;
    accounts.add(
      index + 1,
      `Company ${index}`,
      `COMPANY ${index}`,
      `c${index}.example`,
      `C${index}.EXAMPLE`,
      perhaps(0.95, term('account.industry')),
      perhaps(0.8, term('account.subIndustry')),
      isKnown ? size : null,
      perhaps(0.9, Math.round(size * (60_000 + draw() * 240_000))),
      perhaps(0.5, Math.round(draw() * 400 - 100) / 1000),
      perhaps(0.7, 1900 + Math.floor(draw() * 125)),
      term('account.ownership'),
      term('account.status'),
      perhaps(0.98, term('account.country')),
      0,
      0,
    );
    if (draw() < 0.3) needs.add(index + 1, term('account.needs'));
  }
  accounts.end();
  needs.end();
  return sizes;
}

/** About eight technologies an account, more at large ones; each name once. */
function writeTechnologies(connection: Connection, terms: Terms, draw: Draw, sizes: Float64Array): void {
  const rows = rowWriter(connection, 'technologies', ['account_id', 'name', 'category', 'last_seen_at']);
  const names = words['technology.name'].length;
  const adoption = Float64Array.from({ length: names }, (_, index) => 0.247 / (1 + index * 0.012));
  for (let index = 0; index < sizes.length; index++) {
    const size = sizes[index]!;
    const factor = Number.isNaN(size) ? 0.6 : 0.35 + Math.log10(size + 1) * 0.16;
    for (let name = 0; name < names; name++) {
      if (draw() >= adoption[name]! * factor) continue;
      const category = terms['technology.category'] + (name % words['technology.category'].length);
      rows.add(index + 1, terms['technology.name'] + name, category, null);
    }
  }
  rows.end();
}

function writeContacts(connection: Connection, terms: Terms, draw: Draw, sizes: Float64Array): void {
  const rows = rowWriter(connection, 'contacts', [
    ...['account_id', 'job_function', 'seniority', 'reachable', 'created_at', 'updated_at'],
  ]);
  const functions = words['contact.jobFunction'].length;
  const seniorities = words['contact.seniority'].length;
  for (let index = 0; index < sizes.length; index++) {
    const people = Math.floor(draw() * 7);
    for (let person = 0; person < people; person++) {
      const jobFunction = terms['contact.jobFunction'] + Math.floor(draw() * functions);
      const seniority = terms['contact.seniority'] + seniorities - 1 - skewed(draw, seniorities);
      rows.add(index + 1, jobFunction, seniority, draw() < 0.62 ? 1 : 0, 0, 0);
    }
  }
  rows.end();
}

/** Ten signals an account within the last year, written in the order in which they came. */
function writeSignals(connection: Connection, terms: Terms, draw: Draw, accounts: number, now: number): void {
  const rows = rowWriter(connection, 'signals', ['account_id', 'type', 'topic', 'strength', 'occurred_at']);
  const count = accounts * 10;
  const step = (365 * DAY_MS) / count;
  for (let index = 0; index < count; index++) {
    const account = 1 + Math.floor(draw() ** 1.3 * accounts);
    const type = terms['signal.type'] + skewed(draw, words['signal.type'].length);
    const topic = terms['signal.topic'] + skewed(draw, words['signal.topic'].length);
    const at = Math.floor(now - 365 * DAY_MS + index * step);
    rows.add(account, type, topic, Math.round(draw() * 100) / 100, at);
  }
  rows.end();
}

/**
 * A market of this many accounts in a new database file, in a fraction of the time that the demo generator takes: per
 * account about eight technologies, three contacts and ten signals of the last year. `now` is epoch ms.
 */
export async function writeMarket(path: string, accounts: number, now: number): Promise<void> {
  await migrateDatabase(path);
  const { connection } = openStore(path);
  connection.pragma('synchronous = OFF');
  connection.pragma('foreign_keys = OFF');
  const draw = drawsFrom(20_261_127);
  connection.exec('BEGIN');
  const tables = ['accounts', 'account_needs', 'technologies', 'contacts', 'signals'];
  withoutIndexes(connection, tables, () => {
    const terms = writeTerms(connection);
    const sizes = writeAccounts(connection, terms, draw, accounts);
    writeTechnologies(connection, terms, draw, sizes);
    writeContacts(connection, terms, draw, sizes);
    writeSignals(connection, terms, draw, accounts, now);
  });
  connection.exec("INSERT INTO change_log (entity, op, at) VALUES ('account', 'bulk', 0)");
  connection.exec('COMMIT');
  connection.exec('ANALYZE');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}
