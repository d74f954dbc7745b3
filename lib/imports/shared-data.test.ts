import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '#lib/rules/build-catalog.ts';
import { canonicalIndustry, industryNames } from '#lib/rules/fields/industries.ts';
import { createEncodingSniffer } from './encoding-sniffer.ts';
import { createFileProfiler, type FileFacts } from './file-profile.ts';
import { guessImport } from './guess-entity.ts';
import { importFields } from './import-fields.ts';
import { suggestSpellings } from './spelling.ts';

const folder = '../shared/data';
const catalog = buildCatalog();

function factsOf(path: string): FileFacts {
  const bytes = readFileSync(`${folder}/${path}`);
  const sniffer = createEncodingSniffer();
  sniffer.push(bytes);
  const encoding = sniffer.finish();
  const profiler = createFileProfiler(encoding);
  profiler.push(new TextDecoder(encoding.value).decode(bytes));
  return profiler.finish();
}

function guess(path: string) {
  const facts = factsOf(path);
  const { best } = guessImport(facts.columns, (entity) => importFields(catalog, entity));
  const fields = Object.fromEntries(
    best.columns.map((entry) => [entry.column, entry.mapping?.field ?? null]),
  );
  return { facts, best, fields };
}

describe.skipIf(!existsSync(`${folder}/maven-crm`))('maven-crm files are understood', () => {
  test('accounts', () => {
    const { facts, best, fields } = guess('maven-crm/accounts.csv');
    expect(facts.rows).toBe(85);
    expect(best.entity).toBe('account');
    expect(fields).toEqual({
      account: 'name',
      sector: 'industry',
      year_established: 'foundedYear',
      revenue: 'revenue',
      employees: 'employees',
      office_location: 'country',
      subsidiary_of: 'parent',
    });
    const revenue = best.columns.find((entry) => entry.column === 'revenue');
    expect(revenue?.mapping?.scale).toBe(1_000_000);
  });

  test('deals', () => {
    const { facts, best, fields } = guess('maven-crm/sales_pipeline.csv');
    expect(facts.rows).toBe(8800);
    expect(best.entity).toBe('opportunity');
    expect(fields).toEqual({
      opportunity_id: 'externalId',
      sales_agent: 'owner',
      product: 'product',
      account: 'account',
      deal_stage: 'stage',
      engage_date: 'createdOn',
      close_date: 'closedOn',
      close_value: 'amount',
    });
    expect(best.account).toEqual({ column: 'account', match: ['name'] });
    const stage = best.columns.find((entry) => entry.column === 'deal_stage');
    expect(stage?.mapping?.outcomes).toEqual({ Won: 'won', Lost: 'lost' });
    const dates = facts.columns.find((column) => column.column === 'engage_date')?.dateOrder;
    expect(dates).toMatchObject({ order: 'mdy', evidence: '“10/20/2016” in line 2' });
  });

  test('teams and products', () => {
    expect(guess('maven-crm/sales_teams.csv')).toMatchObject({
      best: { entity: 'rep' },
      fields: { sales_agent: 'name', manager: 'manager', regional_office: 'region' },
    });
    expect(guess('maven-crm/products.csv')).toMatchObject({
      best: { entity: 'product' },
      fields: { product: 'name', series: 'family', sales_price: 'listPrice' },
    });
  });

  test('its three misspellings are proposed', () => {
    const values = (path: string, column: string) =>
      factsOf(path).columns.find((entry) => entry.column === column)?.values ?? [];
    const industry = suggestSpellings({
      values: values('maven-crm/accounts.csv', 'sector'),
      vocabulary: industryNames,
      existing: [],
      canonical: canonicalIndustry,
    });
    expect(industry.filter((entry) => entry.reason !== 'wording')).toEqual([
      { from: 'technolgy', to: 'Technology', rows: 12, reason: 'typo', isKnown: true },
    ]);
    const product = suggestSpellings({
      values: values('maven-crm/sales_pipeline.csv', 'product'),
      vocabulary: values('maven-crm/products.csv', 'product').map((entry) => entry.value),
      existing: [],
    });
    expect(product).toEqual([
      { from: 'GTXPro', to: 'GTX Pro', rows: 1480, reason: 'spacing', isKnown: true },
    ]);
  });
});

describe.skipIf(!existsSync(`${folder}/crunchbase-2013-10`))('crunchbase files are understood', () => {
  test('companies: Mac Roman, CR, regions are metro areas', () => {
    const { facts, best, fields } = guess('crunchbase-2013-10/crunchbase-companies.csv');
    expect(facts.encoding.value).toBe('macintosh');
    expect(facts.layout).toMatchObject({ lineEnd: 'cr', delimiter: ',' });
    expect(facts.rows).toBe(17_727);
    expect(best.entity).toBe('account');
    expect(fields).toMatchObject({
      permalink: 'externalId',
      name: 'name',
      category_code: 'industry',
      status: 'status',
      country_code: 'country',
      state_code: 'state',
      region: 'metro',
      city: 'city',
      founded_year: 'foundedYear',
    });
  });

  test('rounds are signals of their company', () => {
    const { facts, best, fields } = guess('crunchbase-2013-10/crunchbase-rounds.csv');
    expect(facts.rows).toBe(31_679);
    expect(best).toMatchObject({
      entity: 'signal',
      constants: { type: 'funding_round' },
      account: { column: 'company_permalink', match: ['externalId'] },
    });
    expect(fields).toMatchObject({
      funding_round_type: 'topic',
      funded_at: 'occurredAt',
      raised_amount_usd: 'amount',
    });
  });
});

describe.skipIf(!existsSync(`${folder}/sp500`))('S&P 500', () => {
  test('is accounts with industry, sub-industry and founded year', () => {
    const { best, fields } = guess('sp500/constituents.csv');
    expect(best.entity).toBe('account');
    expect(fields).toMatchObject({
      'GICS Sector': 'industry',
      'GICS Sub-Industry': 'subIndustry',
      Founded: 'foundedYear',
    });
  });
});
