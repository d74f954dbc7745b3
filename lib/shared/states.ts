import { isCountryCode, placeKey } from './countries.ts';

/** ISO 3166-2 first-level divisions, without the country prefix: `code name[/other wording]`. */
const tables = {
  US: `AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware
    DC District of Columbia/Washington DC/Washington D C;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa
    KS Kansas;KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi
    MO Missouri;MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York/New York State
    NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;RI Rhode Island;SC South Carolina
    SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;WA Washington/Washington State;WV West Virginia
    WI Wisconsin;WY Wyoming;AS American Samoa;GU Guam;MP Northern Mariana Islands;PR Puerto Rico;VI U.S. Virgin Islands`,
  CA: `AB Alberta;BC British Columbia;MB Manitoba;NB New Brunswick;NL Newfoundland and Labrador/Newfoundland;NS Nova Scotia
    NT Northwest Territories;NU Nunavut;ON Ontario;PE Prince Edward Island;QC Quebec;SK Saskatchewan;YT Yukon`,
  AU: `ACT Australian Capital Territory;NSW New South Wales;NT Northern Territory;QLD Queensland;SA South Australia
    TAS Tasmania;VIC Victoria;WA Western Australia`,
  DE: `BB Brandenburg;BE Berlin;BW Baden-Württemberg/Baden Württemberg/Baden-Wuerttemberg;BY Bayern/Bavaria;HB Bremen
    HE Hessen/Hesse;HH Hamburg;MV Mecklenburg-Vorpommern/Mecklenburg-Western Pomerania;NI Niedersachsen/Lower Saxony
    NW Nordrhein-Westfalen/North Rhine-Westphalia/NRW;RP Rheinland-Pfalz/Rhineland-Palatinate;SH Schleswig-Holstein
    SL Saarland;SN Sachsen/Saxony;ST Sachsen-Anhalt/Saxony-Anhalt;TH Thüringen/Thuringia/Thueringen`,
  GB: 'ENG England;NIR Northern Ireland;SCT Scotland;WLS Wales',
  AT: `1 Burgenland;2 Kärnten/Carinthia;3 Niederösterreich/Lower Austria;4 Oberösterreich/Upper Austria;5 Salzburg
    6 Steiermark/Styria;7 Tirol/Tyrol;8 Vorarlberg;9 Wien/Vienna`,
  BR: `AC Acre;AL Alagoas;AM Amazonas;AP Amapá;BA Bahia;CE Ceará;DF Distrito Federal;ES Espírito Santo;GO Goiás;MA Maranhão
    MG Minas Gerais;MS Mato Grosso do Sul;MT Mato Grosso;PA Pará;PB Paraíba;PE Pernambuco;PI Piauí;PR Paraná;RJ Rio de Janeiro
    RN Rio Grande do Norte;RO Rondônia;RR Roraima;RS Rio Grande do Sul;SC Santa Catarina;SE Sergipe;SP São Paulo;TO Tocantins`,
  IN: `AN Andaman and Nicobar Islands;AP Andhra Pradesh;AR Arunachal Pradesh;AS Assam;BR Bihar;CH Chandigarh;CG Chhattisgarh
    DH Dadra and Nagar Haveli and Daman and Diu;DL Delhi/New Delhi;GA Goa;GJ Gujarat;HP Himachal Pradesh;HR Haryana;JH Jharkhand
    JK Jammu and Kashmir;KA Karnataka;KL Kerala;LA Ladakh;LD Lakshadweep;MH Maharashtra;ML Meghalaya;MN Manipur
    MP Madhya Pradesh;MZ Mizoram;NL Nagaland;OD Odisha/Orissa;PB Punjab;PY Puducherry;RJ Rajasthan;SK Sikkim;TN Tamil Nadu
    TR Tripura;TS Telangana;UK Uttarakhand;UP Uttar Pradesh;WB West Bengal`,
} as const;

type State = { code: string; country: string; short: string; label: string };

const states = new Map<string, State>();
const byCountry = new Map<string, Map<string, string>>();
const byName = new Map<string, string | null>();

function addState(country: string, row: string): void {
  const space = row.indexOf(' ');
  const short = row.slice(0, space);
  const names = row.slice(space + 1).split('/');
  const code = `${country}-${short}`;
  states.set(code, { code, country, short, label: names[0] ?? short });
  const wordings = byCountry.get(country) ?? new Map<string, string>();
  byCountry.set(country, wordings);
  for (const wording of [short, ...names]) wordings.set(placeKey(wording), code);
  for (const key of new Set(names.map(placeKey))) byName.set(key, byName.has(key) ? null : code);
}

for (const [country, table] of Object.entries(tables)) {
  for (const row of table.split(/[;\n]/)) addState(country, row.trim());
}

function normaliseFullCode(text: string, country: string | null): string | null {
  const code = text.trim().toUpperCase();
  const match = /^([A-Z]{2})-([A-Z0-9]{1,3})$/.exec(code);
  const prefix = match?.[1];
  if (!prefix || !isCountryCode(prefix) || (country !== null && country !== prefix)) return null;
  if (states.has(code)) return code;
  return byCountry.has(prefix) ? null : code;
}

/**
 * A state, province or Land → full ISO 3166-2 code (`US-WA`), or null. `country` is the alpha-2 code beside it, when
 * one is known: only then may a bare abbreviation be used, because `WA` alone is in two countries. A full name needs
 * no country while only one place bears it. Codes of countries whose divisions are not listed here are taken by shape.
 */
export function normaliseState(text: string, country: string | null): string | null {
  const full = normaliseFullCode(text, country);
  if (full) return full;
  const key = placeKey(text);
  if (country !== null) return byCountry.get(country)?.get(key) ?? null;
  return byName.get(key) ?? null;
}

/** `US-WA` → `Washington`; a value that is no known code is its own label. */
export function stateLabel(code: string): string {
  return states.get(code)?.label ?? code;
}

/** `US-WA` → `WA`, for narrow places, or the name where the code is a mere number; a value that is no known code stays as it is. */
export function stateShortLabel(code: string): string {
  const state = states.get(code);
  if (!state) return code;
  return /^\d+$/.test(state.short) ? state.label : state.short;
}

/** The alpha-2 country of an ISO 3166-2 code, or null. */
export function countryOfState(code: string): string | null {
  const country = /^([A-Z]{2})-[A-Z0-9]{1,3}$/.exec(code)?.[1];
  return country && isCountryCode(country) ? country : null;
}

/** Known divisions of one country (alpha-2), for pickers; none for a country whose divisions are not listed. */
export function statesOf(country: string): readonly { code: string; label: string }[] {
  return [...states.values()].filter((state) => state.country === country);
}
