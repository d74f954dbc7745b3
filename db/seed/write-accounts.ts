import type { Connection } from '../client.ts';
import type { DemoAccount } from './account-type.ts';
import { crmId } from './crm-ids.ts';
import { fold, foldOrNull } from './fold.ts';
import { flag, sheet } from './sheet.ts';
import type { TermCell } from './term-cells.ts';

const columns = [
  'id',
  'name',
  'name_folded',
  'external_id',
  'domain',
  'domain_folded',
  'phone',
  'phone_folded',
  'website',
  'website_folded',
  'linkedin_url',
  'linkedin_url_folded',
  'description',
  'description_folded',
  'crm_url',
  'crm_url_folded',
  'parent_id',
  'family_id',
  'industry',
  'sub_industry',
  'employees',
  'founded_year',
  'revenue',
  'growth_rate',
  'ownership',
  'funding_stage',
  'status',
  'type',
  'do_not_contact',
  'country',
  'state',
  'region',
  'metro',
  'city',
  'postal_code',
  'postal_code_folded',
  'time_zone',
  'latitude',
  'longitude',
  'journey_stage',
  'renewal_on',
  'crm_owner_id',
  'own_tier_id',
  'score',
  'import_id',
  'created_at',
  'updated_at',
];

const crm = 'https://northwind-industrial.crm.example/accounts';

function describe(account: DemoAccount): string | null {
  if (account.id % 5 < 2) return null;
  const what = account.market.subIndustry.toLowerCase();
  const where = account.city ?? account.place.city;
  return account.id % 2 === 0
    ? `${account.stem} works in ${what} from ${where} and serves customers in ${account.place.metro} and beyond.`
    : `${account.market.industry} company (${what}) based in ${where}.`;
}

export type AccountExtras = { updatedAt: number; crmOwnerId: number | null; ownTierId: number | null };

/** Writes accounts with their needs; folded columns follow from the plain ones. */
export function accountSheet(connection: Connection, term: TermCell, importId: number) {
  const rows = sheet(connection, 'accounts', columns);
  const needs = sheet(connection, 'account_needs', ['account_id', 'term_id']);
  const otherIds = sheet(connection, 'external_ids', ['entity', 'system', 'value', 'record_id']);
  return (account: DemoAccount, extras: AccountExtras): void => {
    const domain = account.showsDomain ? account.domain : null;
    const website = account.showsDomain ? `https://www.${account.domain}` : null;
    const linkedin =
      account.id % 10 < 6 ? `https://linkedin.example/company/${account.domain.slice(0, -8)}` : null;
    const description = describe(account);
    const externalId = crmId('001', account.id);
    const crmUrl = `${crm}/${externalId}`;
    const hasPlace = account.country !== null;
    rows.add([
      account.id,
      account.name,
      fold(account.name),
      externalId,
      domain,
      foldOrNull(domain),
      account.phone,
      foldOrNull(account.phone),
      website,
      foldOrNull(website),
      linkedin,
      foldOrNull(linkedin),
      description,
      foldOrNull(description),
      crmUrl,
      fold(crmUrl),
      account.parentId,
      account.familyId,
      term('account.industry', account.industry),
      term('account.subIndustry', account.subIndustry),
      account.employees,
      account.foundedYear,
      account.revenue,
      account.growthRate,
      term('account.ownership', account.ownership),
      term('account.fundingStage', account.fundingStage),
      term('account.status', account.status),
      term('account.type', account.type),
      account.doNotContact ? 1 : account.id % 3 === 0 ? null : flag(false),
      term('account.country', account.country),
      term('account.state', account.state),
      term('account.region', account.region),
      term('account.metro', account.city === null ? null : account.place.metro),
      term('account.city', account.city),
      account.postalCode,
      foldOrNull(account.postalCode),
      term('account.timeZone', hasPlace ? account.place.timeZone : null),
      account.latitude,
      account.longitude,
      term('account.journeyStage', account.journeyStage),
      account.renewalOn,
      extras.crmOwnerId,
      extras.ownTierId,
      account.score,
      importId,
      account.createdAt,
      extras.updatedAt,
    ]);
    if (account.id % 10 < 3)
      otherIds.add(['account', 'hubspot', String(8_400_000_000 + account.id * 977), account.id]);
    for (const need of account.needs) {
      const termId = term('account.needs', need);
      if (termId !== null) needs.add([account.id, termId]);
    }
  };
}
