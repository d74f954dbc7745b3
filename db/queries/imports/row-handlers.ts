import 'server-only';
import type { ImportEntity } from '#lib/imports/import-fields.ts';
import { accountRows } from './account-rows.ts';
import { contactRows } from './contact-rows.ts';
import { activityRows, signalRows } from './dated-rows.ts';
import type { ImportRun } from './import-run.ts';
import { opportunityRows } from './opportunity-rows.ts';
import { productRows } from './product-rows.ts';
import { repRows } from './rep-rows.ts';
import type { RowHandler } from './row-handler.ts';
import { stageChangeRows } from './stage-change-rows.ts';
import { technologyRows } from './technology-rows.ts';

const handlers: Record<ImportEntity, (run: ImportRun) => RowHandler> = {
  account: accountRows,
  contact: contactRows,
  technology: technologyRows,
  signal: signalRows,
  opportunity: opportunityRows,
  stageChange: stageChangeRows,
  activity: activityRows,
  rep: repRows,
  product: productRows,
};

/** What the run's entity does with its rows. */
export function rowHandler(run: ImportRun): RowHandler {
  return handlers[run.options.entity](run);
}
