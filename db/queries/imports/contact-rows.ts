import 'server-only';
import { isReachable, personaOf, readTitle } from '#lib/imports/derive-contact.ts';
import { identifiesAccount, registrableDomain } from '#lib/imports/identify.ts';
import { defaultMatch } from '#lib/imports/identity.ts';
import { type Candidate, decideMatch } from '#lib/imports/match.ts';
import type { ReadRow } from '#lib/imports/read-row.ts';
import { foldText } from '#lib/shared/text.ts';
import { createAccountLinker } from './account-link.ts';
import { accountFinder } from './find-records.ts';
import type { ImportRun, SqlValue } from './import-run.ts';
import { createRecordCells } from './record-cells.ts';
import { type Cells, createRecordTable } from './record-table.ts';
import { reject, type RowHandler } from './row-handler.ts';

const derived = [
  'account_id',
  'account_text',
  'name',
  'name_folded',
  'email',
  'email_domain',
  'phone',
  'mobile',
  'seniority',
  'job_function',
  'persona',
  'reachable',
  'opted_out',
  'bounced',
  'first_name',
  'last_name',
] as const;

type ContactRow = {
  id: number;
  name: string | null;
  external_id: string | null;
  email_folded: string | null;
  name_folded: string | null;
};

function contactsByKey(run: ImportRun): (key: string, value: string) => Candidate[] {
  const columns = 'id, name, external_id, email_folded, name_folded';
  const statements = {
    externalId: run.connection.prepare<[string], ContactRow>(
      `SELECT ${columns} FROM contacts WHERE external_id = ? LIMIT 20`,
    ),
    email: run.connection.prepare<[string], ContactRow>(
      `SELECT ${columns} FROM contacts WHERE email_folded = ? LIMIT 20`,
    ),
    name: run.connection.prepare<[string], ContactRow>(
      `SELECT ${columns} FROM contacts WHERE name_folded = ? LIMIT 20`,
    ),
  };
  const toCandidate = (row: ContactRow): Candidate => ({
    id: row.id,
    label: row.name ?? row.external_id ?? `contact ${row.id}`,
    keys: { externalId: row.external_id, email: row.email_folded, name: row.name_folded },
  });
  return (key, value) =>
    key in statements ? statements[key as keyof typeof statements].all(value).map(toCandidate) : [];
}

/** Contact rows: matched by id or e-mail, linked to their account by the row or by the domain of the address, else a lead. */
export function contactRows(run: ImportRun): RowHandler {
  const cells = createRecordCells(run, 'contact', derived);
  const table = createRecordTable(run, 'contact', cells.columns, cells.fieldOf);
  const find = contactsByKey(run);
  const accounts = createAccountLinker(run, false);
  const accountsByDomain = accountFinder(run.connection);
  const sourceOf = run.connection.prepare<[number, string], { source: string }>(
    "SELECT source FROM value_sources WHERE entity = 'contact' AND record_id = ? AND field = ?",
  );
  const keys = (run.options.match ?? defaultMatch.contact).filter((key) => cells.has(key));
  const at = Object.fromEntries(derived.map((column) => [column, table.at(column)])) as Record<
    (typeof derived)[number],
    number
  >;

  function keysOf(row: ReadRow, values: Cells): Record<string, string | null> {
    const text = (key: string) => {
      const value = cells.valueOf(row, key);
      return typeof value === 'string' ? value : null;
    };
    const email = text('email');
    const name = values[at.name_folded];
    return {
      externalId: text('externalId'),
      email: email === null ? null : foldText(email),
      name: typeof name === 'string' ? name : null,
    };
  }

  /** What the title says, where nobody said it otherwise: a value of a person or a file is left alone. */
  function describe(values: Cells, stored: SqlValue[] | null, id: number | null): string[] {
    const titleAt = table.at('job_title');
    const title = titleAt === -1 ? undefined : values[titleAt];
    if (typeof title !== 'string') return [];
    const facts = readTitle(title);
    const isGiven = cells.has('seniority') || cells.has('jobFunction');
    const persona = isGiven
      ? null
      : personaOf(facts.seniority, facts.jobFunction, run.settings.soldToFunctions);
    const found = [
      { field: 'seniority', column: 'seniority', label: facts.seniority },
      { field: 'jobFunction', column: 'job_function', label: facts.jobFunction },
      { field: 'persona', column: 'persona', label: persona },
    ] as const;
    return found.flatMap(({ field, column, label }) => {
      if (label === null || cells.has(field)) return [];
      const isFree =
        id === null ||
        stored === null ||
        (stored[at[column]] ?? null) === null ||
        table.isDerived(sourceOf.get(id, field), field, stored);
      if (!isFree) return [];
      values[at[column]] = run.terms.id(`contact.${field}`, label);
      return [field];
    });
  }

  /** Fills what follows from other values, looking at the stored record where the row is silent. Says which fields. */
  function derive(values: Cells, stored: SqlValue[] | null, id: number | null): string[] {
    const now = (column: (typeof derived)[number]): SqlValue => {
      const value = values[at[column]];
      return value === undefined ? (stored?.[at[column]] ?? null) : value;
    };
    if (!cells.has('name') && (cells.has('firstName') || cells.has('lastName'))) {
      const name = [now('first_name'), now('last_name')].filter((part) => part !== null).join(' ');
      if (name !== '') [values[at.name], values[at.name_folded]] = [name, foldText(name)];
    }
    const email = now('email');
    values[at.email_domain] = typeof email === 'string' ? registrableDomain(email) : null;
    const marks = describe(values, stored, id);
    const text = (value: SqlValue) => (typeof value === 'string' ? value : null);
    const number = (value: SqlValue) => (typeof value === 'number' ? value : null);
    values[at.reachable] = Number(
      isReachable({
        email: text(email),
        phone: text(now('phone')),
        mobile: text(now('mobile')),
        bounced: number(now('bounced')),
        optedOut: number(now('opted_out')),
      }),
    );
    return marks;
  }

  function accountOfDomain(domain: SqlValue | undefined): number | null {
    if (typeof domain !== 'string' || !identifiesAccount(domain)) return null;
    const found = accountsByDomain('domain', domain);
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  }

  function given(row: ReadRow, values: Cells): void {
    const seniority = cells.valueOf(row, 'seniority');
    const jobFunction = cells.valueOf(row, 'jobFunction');
    if (cells.has('persona') || typeof seniority !== 'string') return;
    const persona = personaOf(
      seniority.toLowerCase(),
      typeof jobFunction === 'string' ? jobFunction.toLowerCase() : null,
      run.settings.soldToFunctions,
    );
    if (persona !== null) values[at.persona] = run.terms.id('contact.persona', persona);
  }

  return {
    take(row) {
      const values = cells.cellsOf(row);
      const decision = decideMatch(keys, keysOf(row, values), find);
      if (decision.kind === 'reject') return reject(row, decision.code, decision.message);
      const stored = decision.kind === 'match' ? table.load(decision.id) : null;
      if (decision.kind === 'match' && run.options.onMatch === 'skip') return 'unchanged';
      const linked = row.account === null ? null : accounts.link(row);
      if (row.rejected) return 'rejected';
      const marks = derive(values, stored, decision.kind === 'match' ? decision.id : null);
      given(row, values);
      const accountId =
        linked?.accountId ?? (linked?.accountText ? null : accountOfDomain(values[at.email_domain]));
      if (accountId !== null) [values[at.account_id], values[at.account_text]] = [accountId, null];
      else if (linked?.accountText && (stored?.[at.account_id] ?? null) === null)
        values[at.account_text] = linked.accountText;
      const mark = (id: number, isNew: boolean) => {
        for (const field of marks) run.derived('contact', id, field, isNew);
      };
      if (decision.kind === 'match') {
        const outcome = table.update(decision.id, values, () => cells.writeSides(decision.id, row));
        if (outcome === 'updated') mark(decision.id, false);
        return outcome;
      }
      const id = table.insert(values);
      cells.writeSides(id, row);
      mark(id, true);
      return 'created';
    },
    startBatch(rows) {
      cells.startBatch();
      accounts.startBatch(rows);
    },
  };
}
