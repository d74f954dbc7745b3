/** Geographic territories of the demo plan in order: places, AE, SDR, and who held some places before the last carve. */
export type DemoTerritory = {
  name: string;
  places: string[];
  ae: string;
  sdr: string;
  color: number;
};

const table = `
Pacific|US-CA US-OR US-WA US-AK US-HI US-NV|Dev|Kiran
Mountain|US-AZ US-CO US-ID US-MT US-NM US-UT US-WY CA-BC CA-AB|Orla|Kiran
Texas and Central|US-TX US-OK US-LA US-AR US-MO US-KS US-MS US-AL|Rosa|Kiran
Upper Midwest and Canada|US-MN US-WI US-IA US-ND US-SD US-NE CA-ON|Henrik|Sofia
Great Lakes|US-OH US-MI US-IN US-IL|June|Ansel
Southeast|US-TN US-KY US-GA US-FL|Malik|Bea
Mid-Atlantic|US-PA US-NJ US-DE US-MD US-DC US-VA US-WV US-NC US-SC|Clara|Sofia
Northeast|US-NY US-CT US-MA US-RI US-NH US-VT US-ME CA-QC|Theo|Bea
UK and Ireland|GB IE|Imogen|Elin
Germany South, Austria and Switzerland|DE-BY DE-BW AT CH|Greta|Jonas
Germany North|DE|Katja|Jonas
France and Benelux|FR NL BE|Hugo|Elin
Nordics|SE DK NO FI|Sven|Elin
`;

export const demoTerritories: readonly DemoTerritory[] = table
  .trim()
  .split('\n')
  .map((line, at) => {
    const [name = '', places = '', ae = '', sdr = ''] = line.split('|');
    return { name, places: places.split(' '), ae, sdr, color: (at % 10) + 1 };
  });

/** Places that another AE worked until the carve of 1 January. */
export const formerHolders: Readonly<Record<string, string>> = {
  'US-IN': 'Henrik',
  'US-PA': 'June',
  'US-NJ': 'Theo',
  'US-MD': 'Theo',
  'US-VA': 'Theo',
  'US-DE': 'Theo',
  'US-DC': 'Theo',
  'US-NC': 'Malik',
  'US-SC': 'Malik',
  'US-WV': 'June',
  'US-CO': 'Rosa',
  'US-OK': 'Orla',
  'US-IL': 'Malik',
  'US-KS': 'Henrik',
  'CA-QC': 'Henrik',
  IE: 'Hugo',
  SE: 'Imogen',
  DK: 'Imogen',
  NO: 'Imogen',
  FI: 'Katja',
  'DE-HE': 'Greta',
};

/** What the draft changes against the published plan: Nevada goes from Pacific to Mountain. */
export const draftMove = { place: 'US-NV', from: 'Pacific', to: 'Mountain' };
