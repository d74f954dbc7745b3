import { describe, expect, test } from 'vitest';
import { type Candidate, decideMatch } from './match.ts';

const keys = ['externalId', 'domain', 'name'];
const record = (id: number, externalId: string | null, domain: string | null, name: string): Candidate => ({
  id,
  label: `${name} #${id}`,
  keys: { externalId, domain, name },
});

function decide(row: Record<string, string | null>, ...stored: Candidate[]) {
  return decideMatch(keys, row, (key, value) => stored.filter((entry) => entry.keys[key] === value));
}

describe('which record a row means', () => {
  test('the strongest key that finds one decides', () => {
    const acme = record(1, 'A', 'acme.com', 'Acme');
    expect(decide({ externalId: 'A', name: 'Other' }, acme)).toEqual({
      kind: 'match',
      id: 1,
      key: 'externalId',
    });
    expect(decide({ externalId: null, domain: 'acme.com', name: 'X' }, acme)).toMatchObject({
      id: 1,
      key: 'domain',
    });
    expect(decide({ name: 'Acme' }, acme)).toMatchObject({ id: 1, key: 'name' });
    expect(decide({ name: 'Nobody' }, acme)).toEqual({ kind: 'create' });
  });

  test('a weaker key never joins records whose stronger keys are both present and differ', () => {
    expect(decide({ externalId: 'B', name: 'Acme' }, record(1, 'A', null, 'Acme'))).toEqual({
      kind: 'create',
    });
    expect(decide({ domain: 'b.com', name: 'Acme' }, record(1, null, 'a.com', 'Acme'))).toEqual({
      kind: 'create',
    });
  });

  test('it does join one whose stronger key is missing', () => {
    expect(decide({ externalId: 'B', name: 'Acme' }, record(1, null, null, 'Acme'))).toMatchObject({
      id: 1,
      key: 'name',
    });
  });

  test('several hits reject the row and name the candidates', () => {
    const decision = decide({ name: 'Acme' }, record(1, null, null, 'Acme'), record(2, null, null, 'Acme'));
    expect(decision).toMatchObject({
      kind: 'reject',
      code: 'ambiguous',
      message: '2 records have this name: Acme #1, Acme #2.',
    });
  });

  test('a differing stronger key leaves one of several', () => {
    const decision = decide(
      { externalId: 'B', name: 'Acme' },
      record(1, 'A', null, 'Acme'),
      record(2, null, null, 'Acme'),
    );
    expect(decision).toMatchObject({ kind: 'match', id: 2 });
  });

  test('id and domain that point to different records reject the row', () => {
    const decision = decide(
      { externalId: 'A', domain: 'b.com' },
      record(1, 'A', null, 'Acme'),
      record(2, null, 'b.com', 'Bolt'),
    );
    expect(decision).toMatchObject({
      kind: 'reject',
      code: 'keys_disagree',
      message: 'The id points to Acme #1, the domain to Bolt #2.',
    });
  });

  test('unless the other record has an id of its own: two accounts may share a domain', () => {
    const decision = decide(
      { externalId: 'A', domain: 'b.com' },
      record(1, 'A', null, 'Acme'),
      record(2, 'B', 'b.com', 'Bolt'),
    );
    expect(decision).toMatchObject({ kind: 'match', id: 1 });
  });
});
