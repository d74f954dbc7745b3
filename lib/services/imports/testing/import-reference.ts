import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { ImportDetail } from '#lib/imports/import-view.ts';
import type { ImportOptionsInput } from '#lib/imports/options.ts';
import type { Context } from '#lib/permissions/context.ts';
import { applyImportLater } from '../apply.ts';
import { changeImportOptions } from '../change-options.ts';
import { createImport } from '../create.ts';
import { getImport } from '../get.ts';
import { storeUpload } from '../store-upload.ts';
import { workOnNextImport } from '../work-on-imports.ts';

/** Data that none of us wrote, beside the project; tests that need it skip where it is absent. */
export const referenceFolder = '../shared/data';
export const hasReference = (set: string) => existsSync(join(referenceFolder, set));

/** What a third party worked out over the files of a set, by query. */
export function referenceAnswer(set: string, id: string): Record<string, number | string | null>[] {
  const text = readFileSync(join(referenceFolder, set, 'reference.json'), 'utf8');
  const { queries } = JSON.parse(text) as {
    queries: { id: string; answer: Record<string, number | string | null>[] }[];
  };
  return queries.find((query) => query.id === id)?.answer ?? [];
}

/** A data folder of its own for uploads and scratch copies, for this test file. */
export function useTempDataFolder(): void {
  const before = process.env.TESSERA_DATA;
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tessera-data-'));
    process.env.TESSERA_DATA = folder;
  });
  afterAll(() => {
    process.env.TESSERA_DATA = before;
    if (before === undefined) delete process.env.TESSERA_DATA;
    rmSync(folder, { recursive: true, force: true });
  });
}

let uploads = 0;

/** Does all waiting work at once, as the worker would. An unexpected error is thrown on. */
export async function workUntilIdle(ctx: Context): Promise<void> {
  const work = () =>
    workOnNextImport(
      (actor) => ({ ...ctx, actor }),
      (error) => {
        throw error;
      },
    );
  while (await work());
}

/** Uploads text or a file and checks it, through the verbs that the page calls. */
export async function checkFile(
  ctx: Context,
  file: { path: string } | { name: string; text: string },
  options?: ImportOptionsInput,
): Promise<ImportDetail> {
  uploads += 1;
  const uploadContext = { ...ctx, newId: () => `upload-${process.pid}-${uploads}-${ctx.newId()}` };
  const content = 'path' in file ? createReadStream(file.path) : textPieces(file.text);
  const upload = await storeUpload(uploadContext, content);
  const fileName = 'path' in file ? basename(file.path) : file.name;
  const { id } = await createImport(ctx, { fileName, upload, options });
  await workUntilIdle(ctx);
  return getImport(ctx, id);
}

async function* textPieces(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** Uploads, checks and applies. `change` may answer what the check asks, as a person would on the page. */
export async function importFile(
  ctx: Context,
  file: { path: string } | { name: string; text: string },
  change?: (checked: ImportDetail) => ImportOptionsInput,
): Promise<{ checked: ImportDetail; applied: ImportDetail }> {
  let checked = await checkFile(ctx, file);
  if (change) {
    await changeImportOptions(ctx, checked.id, change(checked));
    await workUntilIdle(ctx);
    checked = getImport(ctx, checked.id);
  }
  await applyImportLater(ctx, checked.id);
  await workUntilIdle(ctx);
  return { checked, applied: getImport(ctx, checked.id) };
}

const optionsOf = (detail: ImportDetail): ImportOptionsInput => {
  if (!detail.options) throw new Error('The file was not understood.');
  return detail.options;
};

/** maven-crm: accounts, teams, products, deals, as guessed; nothing accepted that the product only proposes. */
export async function importMaven(
  ctx: Context,
): Promise<Record<'accounts' | 'teams' | 'products' | 'deals', ImportDetail>> {
  const folder = join(referenceFolder, 'maven-crm');
  const accounts = await importFile(ctx, { path: join(folder, 'accounts.csv') });
  const teams = await importFile(ctx, { path: join(folder, 'sales_teams.csv') });
  const products = await importFile(ctx, { path: join(folder, 'products.csv') });
  const deals = await importFile(ctx, { path: join(folder, 'sales_pipeline.csv') });
  return {
    accounts: accounts.applied,
    teams: teams.applied,
    products: products.applied,
    deals: deals.applied,
  };
}

/** crunchbase: companies, then rounds as signals of the type funding_round. */
export async function importCrunchbase(ctx: Context): Promise<Record<'companies' | 'rounds', ImportDetail>> {
  const folder = join(referenceFolder, 'crunchbase-2013-10');
  const companies = await importFile(ctx, { path: join(folder, 'crunchbase-companies.csv') }, optionsOf);
  const rounds = await importFile(ctx, { path: join(folder, 'crunchbase-rounds.csv') }, optionsOf);
  return { companies: companies.applied, rounds: rounds.applied };
}
