import { regionOfCountry } from '#lib/shared/countries.ts';

/** The four regions of the United States Census Bureau, without the country prefix. */
const usRegions: Record<string, string> = {
  'US West': 'AK AZ CA CO HI ID MT NV NM OR UT WA WY',
  'US Midwest': 'IL IN IA KS MI MN MO NE ND OH SD WI',
  'US South': 'AL AR DE DC FL GA KY LA MD MS NC OK SC TN TX VA WV',
  'US Northeast': 'CT ME MA NH NJ NY PA RI VT',
};

const regionNames: Record<string, string> = {
  NA: 'Rest of North America',
  EMEA: 'Europe, Middle East and Africa',
  APAC: 'Asia and Pacific',
  LATAM: 'Latin America',
};

/**
 * Territories to start from: US states by census region where states are known, other countries by sales region, and
 * US accounts without a state after all of them. `codes` = countries and states where accounts are.
 */
export function placeTemplate(codes: readonly string[]): { name: string; places: string[] }[] {
  const present = new Set(codes);
  const states = Object.entries(usRegions).map(([name, list]) => ({
    name,
    places: list
      .split(' ')
      .map((state) => `US-${state}`)
      .filter((code) => present.has(code)),
  }));
  const countries = codes.filter((code) => !code.includes('-') && code !== 'US');
  const regions = [...Map.groupBy(countries, (code) => regionOfCountry(code))]
    .filter(([region]) => region !== null)
    .map(([region, places]) => ({
      name: regionNames[String(region)] ?? String(region),
      places: [...places].sort(),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const hasStates = states.some(({ places }) => places.length > 0);
  const rest = present.has('US') ? [{ name: hasStates ? 'US, rest' : 'United States', places: ['US'] }] : [];
  return [...states, ...regions, ...rest].filter(({ places }) => places.length > 0);
}
