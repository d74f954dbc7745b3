import { describe, expect, it } from 'vitest';

import { buildCatalog } from './build-catalog.ts';
import { describeDefinition } from './describe.ts';
import { findNode } from './edit/tree.ts';
import { findTemplate, templates } from './templates.ts';
import type { WorldAccount } from './testing/world.ts';
import { factsOfWorld } from './testing/world.ts';
import { resolveInWorkspace } from './testing/workspace.ts';
import { toDefinition } from './to-definition.ts';
import { toPredicate } from './to-predicate.ts';

const catalog = buildCatalog({
  segments: [
    { id: 'seg_1', name: 'Mid-Market', entity: 'account', status: 'published' },
    { id: 'seg_2', name: 'enterprise', entity: 'account', status: 'published' },
  ],
});
const data: Record<string, readonly string[]> = {
  'account.industry': ['Machinery', 'Software', 'Hospital & Health Care', 'Manufacturing'],
  'account.subIndustry': ['Automotive', 'SaaS', 'Food production'],
  'account.region': ['EMEA', 'NA'],
  'technology.name': ['SAP', 'SAP HANA', 'Oracle'],
  'signal.topic': ['Supply-chain optimisation', 'Engineering', 'CRM'],
};

function build(key: string, valuesOf = (field: string) => data[field] ?? [], about = catalog) {
  let made = 0;
  return findTemplate(key)?.build({ newId: () => `t${made++}`, catalog: about, valuesOf }) ?? [];
}

function sentences(key: string): string[] {
  return build(key).map(({ draft }) =>
    describeDefinition(toDefinition(draft, catalog).definition, { catalog }),
  );
}

describe('templates', () => {
  it.each(templates.map(({ key }) => key))(
    '%s: asks exactly where it is unfinished, with data and without',
    (key) => {
      for (const valuesOf of [undefined, () => []]) {
        for (const { draft, asks } of build(key, valuesOf, valuesOf ? buildCatalog() : catalog)) {
          const unfinished = toDefinition(draft, catalog).omitted.filter(
            ({ reason }) => reason === 'unfinished',
          );
          expect(unfinished.map(({ id }) => id).sort()).toEqual(asks.map(({ nodeId }) => nodeId).sort());
          for (const { nodeId } of asks) expect(findNode(draft, nodeId)).not.toBeNull();
        }
      }
    },
  );

  it('say what they mean, by the values that the data hold', () => {
    expect(sentences('usManufacturingOnSap')).toEqual([
      'Accounts in Machinery or Manufacturing in the United States with 500 to 2,000 employees that use SAP or SAP HANA, have at least 1 hiring signal on Engineering in the last 60 days and have at least 1 intent signal on Supply-chain optimisation in the last 30 days',
    ]);
    expect(sentences('enterpriseSaasEmea')).toEqual([
      'Accounts in the sub-industry SaaS in EMEA with at least 1,000 employees that have at least 1 intent signal whose strength is at least 70 in the last 30 days',
    ]);
    expect(sentences('healthcareCommittee')).toEqual([
      'Accounts in Hospital & Health Care that have at least 1 reachable economic buyer, have at least 1 reachable technical evaluator, have no open deal and have no touch in the last 30 days',
    ]);
    expect(sentences('grewIntoEnterprise')).toEqual([
      'Accounts that left the segment Mid-Market this fiscal quarter and entered the segment enterprise this fiscal quarter',
    ]);
  });

  it('ask the sub-industry only where the industry does not say it already', () => {
    const withIndustries = (held: readonly string[]) => {
      const valuesOf = (field: string) => (field === 'account.industry' ? held : (data[field] ?? []));
      const [made] = build('usManufacturingOnSap', valuesOf);
      return made && describeDefinition(toDefinition(made.draft, catalog).definition, { catalog });
    };
    expect(withIndustries(['manufacturing'])).toMatch(/^Accounts in manufacturing in the United States/);
    expect(withIndustries(['Machinery'])).toMatch(
      /either are in Machinery or are in the sub-industry Automotive or Food production/,
    );
    expect(withIndustries([])).toMatch(/^Accounts in the sub-industry Automotive or Food production in the/);
  });

  it('take the closest topic that the data know, and a broader one only without it', () => {
    const withTopics = (topics: readonly string[]) => {
      const valuesOf = (field: string) => (field === 'signal.topic' ? topics : (data[field] ?? []));
      const [made] = build('usManufacturingOnSap', valuesOf);
      return made && describeDefinition(toDefinition(made.draft, catalog).definition, { catalog });
    };
    const near = ['supply chain', 'Chief Supply Chain Officer'];
    expect(withTopics([...near, 'supply chain optimization'])).toMatch(
      /1 intent signal on supply chain optimization in/,
    );
    expect(withTopics(near)).toMatch(/1 intent signal on supply chain or Chief Supply Chain Officer in/);
  });

  it('split manufacturing into three, each by the field that says it', () => {
    expect(build('manufacturingSplit').map(({ name, asks }) => [name, asks.length])).toEqual([
      ['Manufacturing · Automotive', 0],
      ['Manufacturing · Food production', 0],
      ['Manufacturing · Industrial equipment', 1],
    ]);
    expect(sentences('manufacturingSplit').slice(0, 2)).toEqual([
      'Accounts in the sub-industry Automotive',
      'Accounts in the sub-industry Food production',
    ]);
  });

  it('put every account of known size into exactly one class', () => {
    const sizes = [1, 49, 50, 99, 100, 499, 500, 999, 1000, 4999, 5000, 250_000];
    const revenues = [0, 4_999_999, 5e6, 1e7 - 1, 1e7, 1e8 - 1, 1e8, 5e8, 1e12];
    const accounts = [
      ...sizes.flatMap((employees) => [null, ...revenues].map((revenue) => ({ employees, revenue }))),
      ...revenues.map((revenue) => ({ employees: null, revenue })),
    ];
    const world = {
      accounts: accounts.map(
        (values, at): WorldAccount =>
          ({ id: at + 1, values, references: {}, memberships: {} }) as unknown as WorldAccount,
      ),
      contacts: [],
      rows: [],
    };
    const tests = build('sizeModel').map(({ draft }) =>
      toPredicate(resolveInWorkspace(toDefinition(draft, catalog).definition), catalog),
    );
    for (const { facts } of factsOfWorld(world, 'account')) {
      expect(tests.filter((isIn) => isIn(facts))).toHaveLength(1);
    }
    expect(build('priorityModel')).toHaveLength(6);
  });
});
