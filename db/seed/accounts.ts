import { pointOfPlace } from '#lib/shared/place-point.ts';
import type { DemoAccount } from './account-type.ts';
import { companyNamer } from './company-names.ts';
import { drawOwnership } from './funding.ts';
import { drawMarket, type Market } from './industries.ts';
import { drawNeeds } from './needs.ts';
import { drawPhone, drawPlace, nearbyPostalCode, type Place } from './places.ts';
import type { Random } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';

const missing = {
  employees: 0.06,
  revenue: 0.18,
  industry: 0.03,
  subIndustry: 0.06,
  growthRate: 0.22,
  foundedYear: 0.12,
  country: 0.012,
  city: 0.03,
  domain: 0.03,
  phone: 0.18,
};

function tidyEmployees(value: number): number {
  const rounded = Math.max(2, Math.round(value));
  return rounded < 300
    ? rounded
    : rounded < 3000
      ? Math.round(rounded / 5) * 5
      : Math.round(rounded / 50) * 50;
}

function tidyRevenue(value: number): number {
  const unit = value < 10_000_000 ? 100_000 : value < 100_000_000 ? 500_000 : 1_000_000;
  return Math.max(unit, Math.round(value / unit) * unit);
}

function metroStretch(place: Place, random: Random): { latitude: number; longitude: number } {
  return {
    latitude: Math.round((place.latitude + random.normal() * 0.06) * 1e4) / 1e4,
    longitude: Math.round((place.longitude + random.normal() * 0.08) * 1e4) / 1e4,
  };
}

/** Where only the state is known, coordinates follow from it as they do in an import. */
function middleOfState(place: Place | null): { latitude: number | null; longitude: number | null } {
  const point = place && pointOfPlace({ ...place, city: null, postalCode: null });
  return point ?? { latitude: null, longitude: null };
}

type Seedling = {
  market: Market;
  place: Place;
  employees: number;
  stem: string;
  name: string;
  domain: string;
};

/** Everything about one account that does not come from its technologies, signals and deals. */
function growAccount(
  seedling: Seedling,
  id: number,
  parent: DemoAccount | null,
  random: Random,
  calendar: SeedCalendar,
): DemoAccount {
  const { market, place } = seedling;
  const trueEmployees = tidyEmployees(seedling.employees);
  const trueRevenue = tidyRevenue(
    trueEmployees * market.revenuePerEmployee * Math.exp(0.45 * random.normal()),
  );
  const has = (rate: number) => !random.chance(rate);
  const hasIndustry = has(missing.industry);
  const hasCountry = has(missing.country);
  const hasCity = hasCountry && has(missing.city);
  const age = Math.min(140, 4 + Math.abs(random.normal()) * (market.industry === 'Software' ? 9 : 34));
  return {
    id,
    stem: seedling.stem,
    name: seedling.name,
    domain: seedling.domain,
    showsDomain: has(missing.domain),
    market,
    place,
    trueEmployees,
    trueRevenue,
    parentId: parent?.id ?? null,
    familyId: parent?.id ?? id,
    industry: hasIndustry ? market.industry : null,
    subIndustry: hasIndustry && has(missing.subIndustry) ? market.subIndustry : null,
    employees: has(missing.employees) ? trueEmployees : null,
    revenue: has(missing.revenue) ? trueRevenue : null,
    foundedYear: has(missing.foundedYear) ? Math.round(calendar.yearOf(calendar.today) - age) : null,
    growthRate: has(missing.growthRate)
      ? Math.round((market.industry === 'Software' ? 0.16 : 0.06) * 1000 + random.normal() * 110) / 1000
      : null,
    ...drawOwnership(market, trueEmployees, parent !== null, random),
    type: random.chance(0.03)
      ? null
      : random.chance(0.015)
        ? 'partner'
        : random.chance(0.003)
          ? 'competitor'
          : 'prospect',
    doNotContact: random.chance(0.015),
    country: hasCountry ? place.country : null,
    state: hasCountry ? place.state : null,
    region: hasCountry ? place.region : null,
    city: hasCity ? (place.otherSpelling && random.chance(0.15) ? place.otherSpelling : place.city) : null,
    phone: has(missing.phone) ? drawPhone(place, random) : null,
    postalCode: hasCity && has(0.05) ? nearbyPostalCode(place, random) : null,
    ...(hasCity ? metroStretch(place, random) : middleOfState(hasCountry ? place : null)),
    journeyStage: null,
    needs: drawNeeds(market, random),
    renewalOn: null,
    createdAt: Math.round(
      calendar.daysAgo(random.chance(0.12) ? random.between(3, 365) : random.between(365, 1500)),
    ),
    score: 0,
    fitRate: 0,
    sapSinceAt: null,
  };
}

const countryWords: Readonly<Record<string, string>> = {
  US: 'North America',
  CA: 'Canada',
  GB: 'UK',
  DE: 'Deutschland',
  FR: 'France',
  MX: 'México',
  BR: 'Brasil',
  IN: 'India',
  SE: 'Nordics',
  NL: 'Benelux',
};

/** Accounts with ids from `firstId` on, about 4 % of them in corporate families (a parent directly before its subsidiaries). */
export function drawAccounts(
  count: number,
  firstId: number,
  random: Random,
  calendar: SeedCalendar,
): DemoAccount[] {
  const namer = companyNamer(random);
  const accounts: DemoAccount[] = [];
  while (accounts.length < count) {
    const market = drawMarket(random);
    const place = drawPlace(random);
    const employees = random.logNormal(market.medianEmployees, market.employeesSigma);
    const seedling = { market, place, employees, ...namer.draw(market, place.country) };
    const parent = growAccount(seedling, firstId + accounts.length, null, random, calendar);
    accounts.push(parent);
    if (parent.trueEmployees < 400 || !random.chance(0.045)) continue;
    const subsidiaries = random.int(1, 4);
    for (let n = 0; n < subsidiaries && accounts.length < count; n++) {
      const site = drawPlace(random);
      const word = countryWords[site.country] ?? site.city;
      const named = namer.drawSubsidiary(parent.stem, market, site.country, word);
      const share = random.between(0.06, 0.45);
      const child = { market, place: site, employees: parent.trueEmployees * share, ...named };
      accounts.push(growAccount(child, firstId + accounts.length, parent, random, calendar));
    }
  }
  return accounts;
}

/** How well a planning product fits: the industry first, best at several hundred people, better beside SAP. */
export function fitOf(account: DemoAccount): number {
  const distance = Math.log(account.trueEmployees / 900) / 1.3;
  const size = Math.exp(-(distance * distance) / 2);
  const reach = account.place.region === 'NA' ? 1 : account.place.region === 'EMEA' ? 0.92 : 0.5;
  const sap = account.sapSinceAt === null ? 0 : 0.12;
  return Math.min(1, (account.market.fitRate * (0.3 + 0.7 * size) + sap) * reach);
}
