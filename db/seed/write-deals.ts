import type { Connection } from '../client.ts';
import { crmId } from './crm-ids.ts';
import { fold } from './fold.ts';
import type { DemoDeal } from './opportunities.ts';
import type { Random } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';
import { lastId, sheet } from './sheet.ts';
import { demoProducts, demoStages } from './stages.ts';
import type { TermCell } from './term-cells.ts';

const columns = [
  'id',
  'account_id',
  'account_text',
  'external_id',
  'name',
  'name_folded',
  'product_id',
  'product',
  'source',
  'campaign',
  'type',
  'pipeline',
  'competitor',
  'loss_reason',
  'forecast_category',
  'stage_id',
  'amount',
  'acv_amount',
  'term_months',
  'owner_id',
  'created_on',
  'closed_on',
  'expected_close_on',
  'import_id',
  'created_at',
  'updated_at',
];

/** The stage table by `pipeline/name`; stages that exist already are taken as they are. */
export function writeStages(connection: Connection, term: TermCell): Map<string, number> {
  const find = connection.prepare<[string, string], { id: number }>(
    'SELECT id FROM stages WHERE pipeline = ? AND name_folded = ?',
  );
  const insert = connection.prepare(
    `INSERT INTO stages (pipeline, name, name_folded, term_id, position, outcome, probability_rate, is_confirmed)
     VALUES (?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  const ids = new Map<string, number>();
  const positions = new Map<string, number>();
  for (const { pipeline, name, outcome, probabilityRate } of demoStages) {
    const position = (positions.get(pipeline) ?? 0) + 1;
    positions.set(pipeline, position);
    const termId = term('opportunity.stage', name);
    const id =
      find.get(pipeline, fold(name))?.id ??
      Number(
        insert.run(pipeline, name, fold(name), termId, position, outcome, probabilityRate).lastInsertRowid,
      );
    ids.set(`${pipeline}/${name}`, id);
  }
  return ids;
}

/** The product table by name; products that exist already are taken as they are. */
export function writeProducts(connection: Connection, importId: number): Map<string, number> {
  const find = connection.prepare<[string], { id: number }>('SELECT id FROM products WHERE name_folded = ?');
  const insert = connection.prepare(
    'INSERT INTO products (name, name_folded, family, list_price_amount, import_id) VALUES (?, ?, ?, ?, ?)',
  );
  return new Map(
    demoProducts.map(({ name, family, listPriceAmount }) => [
      name,
      find.get(fold(name))?.id ??
        Number(insert.run(name, fold(name), family, listPriceAmount, importId).lastInsertRowid),
    ]),
  );
}

function forecastOf(deal: DemoDeal, stage: string): string | null {
  if (deal.outcome !== 'open') return deal.outcome === 'won' ? 'closed' : 'omitted';
  if (stage === 'Negotiation' || stage === 'In review') return 'commit';
  return stage === 'Proposal' || stage === 'Upcoming' ? 'best_case' : 'pipeline';
}

/** Writes deals with their stage history and buying roles. */
export function dealSheet(
  connection: Connection,
  term: TermCell,
  importId: number,
  tools: { random: Random; calendar: SeedCalendar },
) {
  const stages = writeStages(connection, term);
  const products = writeProducts(connection, importId);
  const rows = sheet(connection, 'opportunities', columns);
  const changes = sheet(connection, 'stage_changes', [
    'opportunity_id',
    'stage_id',
    'changed_at',
    'import_id',
  ]);
  const roles = sheet(connection, 'opportunity_contacts', ['opportunity_id', 'contact_id', 'role']);
  const firstId = lastId(connection, 'opportunities') + 1;
  const stageOf = (deal: DemoDeal, name: string) => {
    const id = stages.get(`${deal.pipeline}/${name}`);
    if (id === undefined) throw new Error(`There is no stage "${name}" in "${deal.pipeline}".`);
    return id;
  };
  return (deal: DemoDeal): void => {
    const id = firstId + rows.count();
    const last = deal.path.at(-1);
    const stage = last?.stage ?? 'Discovery';
    const createdAt = tools.calendar.officeTime(tools.random, deal.createdOn);
    const times = deal.path.map(
      ({ day }) => tools.calendar.dayStart(day) + tools.random.int(8 * 60, 17 * 60) * 60_000,
    );
    const changedAts = times.map((at) => Math.min(at, tools.calendar.now)).sort((a, b) => a - b);
    rows.add([
      id,
      deal.accountId,
      deal.accountText,
      crmId('006', id),
      deal.name,
      fold(deal.name),
      deal.product === null ? null : (products.get(deal.product) ?? null),
      term('opportunity.product', deal.product),
      term('opportunity.source', deal.source),
      term('opportunity.campaign', deal.campaign),
      term('opportunity.type', deal.type),
      term('opportunity.pipeline', deal.pipeline),
      term('opportunity.competitor', deal.competitor),
      term('opportunity.lossReason', deal.lossReason),
      term('opportunity.forecastCategory', forecastOf(deal, stage)),
      stageOf(deal, stage),
      deal.amount,
      deal.acvAmount,
      deal.termMonths,
      deal.ownerId,
      deal.createdOn,
      deal.closedOn,
      deal.expectedCloseOn,
      importId,
      createdAt,
      changedAts.at(-1) ?? createdAt,
    ]);
    if (deal.hasHistory) {
      deal.path.forEach((step, at) =>
        changes.add([id, stageOf(deal, step.stage), changedAts[at] ?? createdAt, importId]),
      );
    }
    for (const { contactId, role } of deal.roles) {
      roles.add([id, contactId, term('opportunity.contactRole', role)]);
    }
  };
}
