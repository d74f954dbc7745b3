import { describe, expect, it } from 'vitest';

import { countryOfState, normaliseState, stateLabel, stateShortLabel, statesOf } from './states.ts';

describe('normaliseState', () => {
  it.each([
    ['WA', 'US', 'US-WA'],
    ['wa', 'AU', 'AU-WA'],
    ['us-wa', null, 'US-WA'],
    ['US-WA', 'US', 'US-WA'],
    ['Western Australia', null, 'AU-WA'],
    ['Washington, D.C.', 'US', 'US-DC'],
    ['Bavaria', 'DE', 'DE-BY'],
    ['Baden-Wuerttemberg', null, 'DE-BW'],
    ['Québec', 'CA', 'CA-QC'],
    ['Scotland', 'GB', 'GB-SCT'],
    ['FR-75', null, 'FR-75'],
  ])('%s beside %s → %s', (text, country, code) => {
    expect(normaliseState(text, country)).toBe(code);
  });

  it('leaves alone what could be two places, or is none', () => {
    expect(normaliseState('WA', null)).toBeNull();
    expect(normaliseState('US-WA', 'CA')).toBeNull();
    expect(normaliseState('US-ZZ', null)).toBeNull();
    expect(normaliseState('Ohayo', 'US')).toBeNull();
    expect(normaliseState('', 'US')).toBeNull();
    expect(normaliseState('XX-1', null)).toBeNull();
  });

  it('calls a state in short by its name where its code is a number', () => {
    expect(stateShortLabel('AT-9')).toBe(stateLabel('AT-9'));
    expect(stateShortLabel('DE-BY')).toBe('BY');
  });

  it('takes code and label of every listed state back to it', () => {
    for (const country of ['US', 'CA', 'AU', 'DE', 'GB', 'AT', 'BR', 'IN']) {
      for (const { code, label } of statesOf(country)) {
        expect(normaliseState(code, null)).toBe(code);
        expect(normaliseState(label, country)).toBe(code);
        expect(normaliseState(stateShortLabel(code), country)).toBe(code);
        expect(countryOfState(code)).toBe(country);
      }
    }
    expect(statesOf('US')).toHaveLength(56);
  });

  it('labels a code by its name, and anything else by itself', () => {
    expect(stateLabel('US-OH')).toBe('Ohio');
    expect(stateShortLabel('US-OH')).toBe('OH');
    expect(stateLabel('Somewhere')).toBe('Somewhere');
  });
});
