import 'server-only';
import { mappingsOf } from '#lib/imports/options.ts';
import { defaultMatch } from '#lib/imports/identity.ts';
import { type Candidate, decideMatch } from '#lib/imports/match.ts';
import type { ReadRow } from '#lib/imports/read-row.ts';
import type { Outcome } from '#lib/imports/stage-outcomes.ts';
import { foldText } from '#lib/shared/text.ts';
import { createAccountLinker } from './account-link.ts';
import { contactFinder } from './find-records.ts';
import { count, type ImportRun } from './import-run.ts';
import { createRecordCells } from './record-cells.ts';
import { createRecordTable } from './record-table.ts';
import { complain, reject, type RowHandler } from './row-handler.ts';
import { createStageTable, type Stage } from './stage-table.ts';

const handled = [
  'account_id',
  'account_text',
  'stage_id',
  'product',
  'product_id',
  'closed_on',
  'expected_close_on',
  'pipeline',
] as const;

type DealRow = { id: number; name: string | null; external_id: string | null };

/** Outcomes that the mapping of the stage column gives, or null when it gives none. */
export function outcomesOf(run: ImportRun): Record<string, Outcome> | null {
  for (const column of run.plan.columns) {
    const mapping = mappingsOf(run.options, column).find((entry) => entry.field === 'stage');
    if (mapping?.outcomes) return mapping.outcomes;
  }
  return null;
}

/** Deals: matched by id, or by name within their account; the stage table decides what is open, won and lost. */
export function opportunityRows(run: ImportRun): RowHandler {
  const { connection } = run;
  const cells = createRecordCells(run, 'opportunity', handled);
  const table = createRecordTable(run, 'opportunity', cells.columns, cells.fieldOf);
  const at = Object.fromEntries(handled.map((column) => [column, table.at(column)])) as Record<
    (typeof handled)[number],
    number
  >;
  const accounts = createAccountLinker(run, false);
  const stages = createStageTable(run, outcomesOf(run));
  const contacts = contactFinder(connection);
  const keys = (run.options.match ?? defaultMatch.opportunity).filter((key) => cells.has(key));
  const byId = connection.prepare<[string], DealRow>(
    'SELECT id, name, external_id FROM opportunities WHERE external_id = ? LIMIT 20',
  );
  const byName = connection.prepare<[string, number | null], DealRow>(
    'SELECT id, name, external_id FROM opportunities WHERE name_folded = ? AND account_id IS ? LIMIT 20',
  );
  const productId = connection
    .prepare<[string], number[]>('SELECT id FROM products WHERE name_folded = ?')
    .raw(true);
  const stageOf = connection.prepare<[number], Stage>(
    'SELECT s.id, s.outcome FROM opportunities o JOIN stages s ON s.id = o.stage_id WHERE o.id = ?',
  );
  const addChange = connection.prepare(
    'INSERT INTO stage_changes (opportunity_id, stage_id, changed_at, import_id) VALUES (?, ?, ?, ?)',
  );
  const addContact = connection.prepare(
    'INSERT INTO opportunity_contacts (opportunity_id, contact_id, role) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET role = coalesce(excluded.role, role)',
  );
  const products = new Map<string, number | null>();
  const text = (row: ReadRow, key: string) => {
    const value = cells.valueOf(row, key);
    return typeof value === 'string' ? value : null;
  };

  function findProduct(name: string): number | null {
    const folded = foldText(name);
    const known = products.get(folded);
    if (known !== undefined) return known;
    const found = productId.get(folded)?.[0] ?? null;
    products.set(folded, found);
    return found;
  }

  function readStage(row: ReadRow): Stage | null {
    const pipeline = text(row, 'pipeline') ?? '';
    const name = text(row, 'stage');
    if (name !== null) return stages.stage(pipeline, name);
    const outcome = text(row, 'outcome')?.toLowerCase();
    if (outcome === 'open' || outcome === 'won' || outcome === 'lost') {
      return (
        stages.withOutcome(pipeline, outcome) ??
        stages.stage(pipeline, outcome[0]?.toUpperCase() + outcome.slice(1))
      );
    }
    return null;
  }

  function linkContact(row: ReadRow, id: number) {
    const named = text(row, 'contact');
    if (named === null) return;
    const contactId = contacts(named);
    if (contactId === null)
      return complain(row, null, named, 'unknown_contact', `There is no contact “${named}”.`);
    const role = text(row, 'contactRole');
    addContact.run(id, contactId, role === null ? null : run.terms.id('opportunity.contactRole', role));
  }

  return {
    take(row) {
      const linked = accounts.link(row);
      if (!linked) return 'rejected';
      const name = text(row, 'name');
      const rowKeys = { externalId: text(row, 'externalId'), name: name === null ? null : foldText(name) };
      const toCandidate = (deal: DealRow): Candidate => ({
        id: deal.id,
        label: deal.name ?? deal.external_id ?? `deal ${deal.id}`,
        keys: { externalId: deal.external_id, name: null },
      });
      const decision = decideMatch(keys, rowKeys, (key, value) =>
        (key === 'externalId' ? byId.all(value) : byName.all(value, linked.accountId)).map(toCandidate),
      );
      if (decision.kind === 'reject') return reject(row, decision.code, decision.message);
      if (decision.kind === 'match' && run.options.onMatch === 'skip') return 'unchanged';

      const values = cells.cellsOf(row);
      const before = decision.kind === 'match' ? (stageOf.get(decision.id) ?? null) : null;
      const stage = readStage(row);
      if (!stage && !before) return reject(row, 'no_stage', 'This deal has no stage.');
      if (stage) values[at.stage_id] = stage.id;
      const outcome = (stage ?? before)?.outcome;
      const closedOn = values[at.closed_on];
      if (outcome === 'open' && closedOn !== undefined && closedOn !== null) {
        if (values[at.expected_close_on] === undefined) values[at.expected_close_on] = closedOn;
        values[at.closed_on] = null;
      }
      const product = text(row, 'product');
      if (product !== null) {
        values[at.product] = run.terms.id('opportunity.product', product);
        values[at.product_id] = findProduct(product);
        if (values[at.product_id] === null) count(run.tally.unknownProducts, product);
      }
      if (linked.accountId !== null)
        [values[at.account_id], values[at.account_text]] = [linked.accountId, null];
      else if (linked.accountText !== null) values[at.account_text] = linked.accountText;

      if (decision.kind === 'create') {
        const id = table.insert(values);
        cells.writeSides(id, row);
        linkContact(row, id);
        return 'created';
      }
      linkContact(row, decision.id);
      if (stage && before && stage.id !== before.id)
        addChange.run(decision.id, stage.id, run.now, run.importId);
      return table.update(decision.id, values, () => cells.writeSides(decision.id, row));
    },
    startBatch(rows) {
      cells.startBatch();
      accounts.startBatch(rows);
      stages.forget();
      products.clear();
    },
  };
}
