import { describe, expect, it } from 'vitest';

import { countryCodes, countryLabel, normaliseCountry, regionOfCountry } from './countries.ts';

describe('normaliseCountry', () => {
  it.each([
    ['US', 'US'],
    ['us', 'US'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    [' United States ', 'US'],
    ['United States of America', 'US'],
    ['Deutschland', 'DE'],
    ['DEU', 'DE'],
    ['Great Britain', 'GB'],
    ['UK', 'GB'],
    ['Korea', 'KR'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ["Cote d'Ivoire", 'CI'],
    ['Bosnia & Herzegovina', 'BA'],
    ['Saint Lucia', 'LC'],
    ['Myanmar', 'MM'],
    ['Georgia', 'GE'],
    ['Philippines', 'PH'],
    ['the Netherlands', 'NL'],
  ])('%s → %s', (text, code) => {
    expect(normaliseCountry(text)).toBe(code);
  });

  it('guesses no spelling', () => {
    for (const text of ['Philipines', 'Technology', '', ' ', '..', 'XX', 'EMEA']) {
      expect(normaliseCountry(text)).toBeNull();
    }
  });

  it('takes the label and both codes of every country back to it', () => {
    expect(countryCodes.length).toBe(250);
    for (const code of countryCodes) {
      expect(normaliseCountry(code)).toBe(code);
      expect(normaliseCountry(countryLabel(code))).toBe(code);
      expect(countryLabel(code)).not.toBe(code);
    }
  });
});

describe('regionOfCountry', () => {
  it.each([
    ['US', 'NA'],
    ['CA', 'NA'],
    ['MX', 'LATAM'],
    ['DE', 'EMEA'],
    ['ZA', 'EMEA'],
    ['IN', 'APAC'],
    ['AQ', null],
    ['Kenya', null],
  ])('%s → %s', (code, region) => {
    expect(regionOfCountry(code)).toBe(region);
  });
});
