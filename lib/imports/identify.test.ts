import { describe, expect, test } from 'vitest';
import { expandSalesforceId } from '#lib/shared/salesforce-id.ts';
import { companyNameKey } from './company-name.ts';
import { identifiesAccount, readEmail, readPhone, registrableDomain } from './identify.ts';

describe('domains', () => {
  test.each([
    ['https://www.Acme.com/about?x=1', 'acme.com'],
    ['shop.acme.co.uk', 'acme.co.uk'],
    ['jane@mail.acme.example', 'acme.example'],
    ['http://acme.de:8080', 'acme.de'],
    ['someone.github.io', 'github.io'],
  ])('%s → %s', (text, domain) => expect(registrableDomain(text)).toBe(domain));

  test.each(['n/a', 'localhost', '192.168.0.1', 'two words.com', '', 'http://'])('%j names none', (text) =>
    expect(registrableDomain(text)).toBeNull(),
  );

  test('free mail and hosts of many identify nobody', () => {
    expect(identifiesAccount('gmail.com')).toBe(false);
    expect(identifiesAccount('github.io')).toBe(false);
    expect(identifiesAccount('acme.com')).toBe(true);
  });
});

describe('e-mail and telephone', () => {
  test('tidies and refuses', () => {
    expect(readEmail(' mailto:Jane.Doe@ACME.com ')).toBe('Jane.Doe@acme.com');
    expect(readEmail('Jane <jane@acme.com>')).toBe('jane@acme.com');
    for (const bad of ['jane@', 'jane@acme', 'jane acme.com', 'a..b@acme.com'])
      expect(readEmail(bad)).toBeNull();
    expect(readPhone('+1 (555) 010-2000 ext. 7')).toBe('+1 (555) 010-2000 ext. 7');
    expect(readPhone('call me')).toBeNull();
    expect(readPhone('12')).toBeNull();
  });
});

describe('Salesforce ids', () => {
  test('15 characters become 18, other ids stay', () => {
    expect(expandSalesforceId('001A0000006Vm9u')).toBe('001A0000006Vm9uIAC');
    expect(expandSalesforceId('001A0000006Vm9uIAC')).toBe('001A0000006Vm9uIAC');
    expect(expandSalesforceId('/company/waywire')).toBe('/company/waywire');
    expect(expandSalesforceId('abcdefghijklmno')).toBe('abcdefghijklmno');
  });
});

describe('company names for candidates', () => {
  test('legal forms and endings do not count, a lone ending does', () => {
    expect(companyNameKey('Blue Lava Technologies, Inc.')).toBe(companyNameKey('Blue Lava Group'));
    expect(companyNameKey('Müller GmbH & Co. KG')).toBe('MULLER');
    expect(companyNameKey('Labs')).toBe('LABS');
    expect(companyNameKey('Acme S.A.')).toBe('ACME');
  });
});
