import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { write } from '#db/write.ts';
import { addAccounts, assignTo } from '#lib/services/segments/testing/sample-accounts.ts';
import { accountQueryInput, accountListQuery } from '#lib/shared/account-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { archiveAccount, restoreAccount } from './archive.ts';
import { changeAccount } from './change-account.ts';
import { createAccount } from './create.ts';
import { getAccount } from './get.ts';
import { listAccountIds, listAccounts } from './list.ts';
import { accountTimeline } from './timeline.ts';

const db = useTempStore();
const person = testContext({ actor: { kind: 'user', role: 'revops', userId: null, name: 'Dara' } });
let names = 0;

function account(more: Parameters<typeof addAccounts>[1][number] | object = {}): string {
  const [id = 0] = addAccounts(db.current, [{ name: `Steelworks ${++names}`, ...more }], person.now);
  return toPublicId('account', id);
}

const fieldOf = (id: string, key: string) => getAccount(person, id).fields.find((field) => field.key === key);
const rowId = (id: string) => Number.parseInt(id.slice(4), 36);

function repOf(ids: string[], name: string) {
  const repId = assignTo(db.current, ids.map(rowId), name, person.now);
  return testContext({ actor: { kind: 'user', role: 'rep', userId: 9, repId, holderIds: [repId] } });
}

test('a value set by a person is pinned until it is released', async () => {
  const id = account({ industry: 'Mining', employees: 10 });
  const changed = await changeAccount(person, id, { industry: 'Manufacturing', employees: 860 }, 1);
  expect(changed.version).toBe(2);
  expect(fieldOf(id, 'employees')).toMatchObject({ value: 860, source: { kind: 'person', isPinned: true } });
  await changeAccount(person, id, { release: ['employees'] }, null);
  expect(fieldOf(id, 'employees')).toMatchObject({ value: 860, source: { isPinned: false } });
  expect(fieldOf(id, 'industry')).toMatchObject({ value: 'Manufacturing', source: { isPinned: true } });
});

test('a change taken back leaves the value as it was and unpinned', async () => {
  const id = account({ employees: 10 });
  await changeAccount(person, id, { employees: 12 }, null);
  await changeAccount(person, id, { employees: 10, release: ['employees'] }, null);
  expect(fieldOf(id, 'employees')).toMatchObject({ value: 10, source: { isPinned: false } });
});

test('values are read as people write them and stored as fields are', async () => {
  const id = account();
  await changeAccount(
    person,
    id,
    {
      domain: 'https://www.Northgate.example.com/about',
      country: 'united states',
      state: 'Washington',
      revenue: '1.5m',
      renewalOn: '2027-01-31',
      doNotContact: true,
      needs: ['cost reduction', 'data quality'],
    },
    null,
  );
  const values = Object.fromEntries(getAccount(person, id).fields.map(({ key, value }) => [key, value]));
  expect(values).toMatchObject({
    domain: 'example.com',
    country: 'US',
    state: 'US-WA',
    region: 'NA',
    revenue: 1_500_000,
    renewalOn: '2027-01-31',
    doNotContact: true,
    needs: ['cost reduction', 'data quality'],
  });
});

test('coordinates follow the place until a person sets them, and again once released and empty', async () => {
  const { id } = await createAccount(person, { name: 'Lakeside Works', country: 'US', city: 'Chicago' });
  const point = () => ['latitude', 'longitude'].map((key) => fieldOf(id, key));
  expect(point()).toMatchObject([
    { value: 41.88, source: { kind: 'derived', isPinned: false } },
    { value: -87.63, source: { kind: 'derived', isPinned: false } },
  ]);
  await changeAccount(person, id, { city: 'Boston', state: 'MA' }, null);
  expect(point()).toMatchObject([{ value: 42.36 }, { value: -71.06 }]);
  await changeAccount(person, id, { city: null, state: null }, null);
  expect(point()).toMatchObject([{ value: null }, { value: null }]);
  await changeAccount(person, id, { latitude: 42.1, longitude: -71.2 }, null);
  await changeAccount(person, id, { city: 'Chicago' }, null);
  expect(point()).toMatchObject([
    { value: 42.1, source: { kind: 'person', isPinned: true } },
    { value: -71.2, source: { kind: 'person', isPinned: true } },
  ]);
  await changeAccount(person, id, { latitude: null, longitude: null }, null);
  expect(point()).toMatchObject([{ value: null }, { value: null }]);
  await changeAccount(person, id, { release: ['latitude', 'longitude'] }, null);
  expect(point()).toMatchObject([
    { value: 41.88, source: { kind: 'derived', isPinned: false } },
    { value: -87.63, source: { kind: 'derived', isPinned: false } },
  ]);
});

test('every fault is named at its field, and nothing is stored', async () => {
  const id = account({ employees: 5 });
  const change = changeAccount(
    person,
    id,
    { employees: 'many', score: 90, nosuch: 1, name: '', renewalOn: '31/01/2027' },
    null,
  );
  const paths = await change.catch((error: { issues: { path: string }[] }) =>
    error.issues.map(({ path }) => path),
  );
  expect(paths).toEqual(['/employees', '/score', '/nosuch', '/name', '/renewalOn']);
  expect(fieldOf(id, 'employees')?.value).toBe(5);
});

test('a stale save is a conflict that shows what is stored', async () => {
  const id = account();
  await changeAccount(person, id, { city: 'Reno' }, 1);
  await expect(changeAccount(person, id, { city: 'Elko' }, 1)).rejects.toMatchObject({
    code: 'conflict',
    current: { version: 2 },
  });
  expect(fieldOf(id, 'city')?.value).toBe('Reno');
});

test('a parent brings the whole branch into its family, and no loop is made', async () => {
  const [top, middle, leaf] = [account(), account(), account()];
  await changeAccount(person, leaf, { parent: middle }, null);
  await changeAccount(person, middle, { parent: getAccount(person, top).name }, null);
  expect(getAccount(person, leaf).family).toMatchObject({
    root: { id: top },
    parent: { id: middle },
    accounts: 3,
  });
  await expect(changeAccount(person, top, { parent: leaf }, null)).rejects.toThrow(
    'cannot stand above itself',
  );
  await changeAccount(person, middle, { parent: null }, null);
  expect(getAccount(person, leaf).family).toMatchObject({ root: { id: middle }, accounts: 2 });
});

test('an account is made once: the same domain again is a conflict that names it', async () => {
  const made = await createAccount(person, {
    name: 'Halvorsen Gearworks',
    domain: 'halvorsen-gear.com',
    employees: 120,
  });
  expect(made.fields.find(({ key }) => key === 'employees')?.value).toBe(120);
  const again = createAccount(person, { name: 'Halvorsen', domain: 'www.halvorsen-gear.com' });
  await expect(again).rejects.toMatchObject({ code: 'conflict', current: { id: made.id } });
});

test('an archived account is in no list and comes back whole', async () => {
  const id = account({ name: 'Tremont Stampings' });
  await archiveAccount(person, id);
  const list = (q: string) => listAccounts(person, accountQueryInput.parse({ q }));
  expect((await list('tremont')).count).toBe(0);
  await restoreAccount(person, id);
  expect((await list('tremont')).items.map((row) => row.id)).toEqual([id]);
});

test('filters narrow the list and its count alike; “~” finds what is not known', async () => {
  await createAccount(person, { name: 'Filter One', industry: 'Logistics', country: 'CA' });
  await createAccount(person, { name: 'Filter Two', industry: 'Logistics', country: 'US' });
  await createAccount(person, { name: 'Filter Three' });
  const names = async (query: Record<string, unknown>) => {
    const list = await listAccounts(person, accountQueryInput.parse({ q: 'filter', sort: 'name', ...query }));
    expect(list.count).toBe(list.items.length);
    return list.items.map((row) => row.name);
  };
  expect(await names({ industry: ['Logistics'], country: ['US'] })).toEqual(['Filter Two']);
  expect(await names({ industry: ['~'] })).toEqual(['Filter Three']);
  expect(await names({ industry: ['~', 'Logistics'], sort: '-name' })).toEqual([
    'Filter Two',
    'Filter Three',
    'Filter One',
  ]);
  const rule = {
    version: 1,
    entity: 'account',
    root: {
      id: 'r',
      kind: 'group',
      op: 'all',
      rules: [{ id: 'c', kind: 'field', field: 'country', operator: 'eq', value: 'CA' }],
    },
  };
  expect(await names({ rule })).toEqual(['Filter One']);
});

test('an empty list says which filter emptied it', async () => {
  await createAccount(person, { name: 'Emptied One', industry: 'Logistics', country: 'CA' });
  const query = accountQueryInput.parse({ q: 'emptied', industry: ['Logistics'], country: ['US'] });
  const list = await listAccounts(person, query);
  expect(list.count).toBe(0);
  expect(list.emptiedBy.filter(({ filter }) => filter !== 'q')).toEqual([{ filter: 'country', without: 1 }]);
});

test('a rule over contacts and an unknown sort are refused with a sentence', async () => {
  const rule = { version: 1, entity: 'contact', root: { id: 'r', kind: 'group', op: 'all', rules: [] } };
  await expect(listAccounts(person, accountQueryInput.parse({ rule }))).rejects.toThrow(
    'rules over accounts',
  );
  await expect(listAccounts(person, accountQueryInput.parse({ sort: '-nosuch' }))).rejects.toThrow(
    'no field',
  );
});

test('a repeated parameter of an address becomes a list', () => {
  expect(accountListQuery.parse({ country: 'US', industry: ['A', 'B'] })).toMatchObject({
    country: ['US'],
    industry: ['A', 'B'],
  });
});

test('a rep reaches their own accounts only, in lists, selections, reads and edits', async () => {
  const [mine, foreign] = [account({ name: 'Book Mine' }), account({ name: 'Book Foreign' })];
  const rep = repOf([mine], 'Joss Whitlaw');
  await write(person, (tx) => tx.changed({ entity: 'assignment', recordId: null, op: 'bulk' }));
  const list = await listAccounts(rep, accountQueryInput.parse({ q: 'book' }));
  expect(list.items.map((row) => row.id)).toEqual([mine]);
  expect((await listAccountIds(rep, { query: { q: 'book' } })).ids).toEqual([mine]);
  await expect(listAccountIds(rep, { ids: [mine, foreign] })).rejects.toMatchObject({ code: 'forbidden' });
  expect(() => getAccount(rep, foreign)).toThrow('not in your book');
  await expect(changeAccount(rep, foreign, { city: 'Reno' }, null)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(accountTimeline(rep, foreign, { limit: 10 })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(archiveAccount(rep, mine)).rejects.toMatchObject({ code: 'forbidden' });
  await changeAccount(rep, mine, { city: 'Reno' }, null);
  expect(getAccount(rep, mine).fields.find(({ key }) => key === 'city')?.value).toBe('Reno');
});

test('a relative outside the book is named and not linked', async () => {
  const [parent, child] = [account({ name: 'Far Parent' }), account({ name: 'Near Child' })];
  await changeAccount(person, child, { parent }, null);
  const rep = repOf([child], 'Elias Brandvold');
  expect(getAccount(rep, child).family.parent).toEqual({ id: null, name: 'Far Parent', isInScope: false });
});

test('totals are over all that matches within reach, not over the page', async () => {
  const ids = [
    account({ industry: 'Totalling', employees: 100, revenue: 5_000_000 }),
    account({ industry: 'Totalling', employees: 300 }),
    account({ industry: 'Totalling' }),
  ];
  const query = accountQueryInput.parse({ industry: ['Totalling'], limit: 1, totals: true });
  const list = await listAccounts(person, query);
  expect(list.items).toHaveLength(1);
  expect(list.totals).toMatchObject({
    employees: { sum: 400, mean: 200, known: 2 },
    revenue: { sum: 5_000_000, mean: 5_000_000, known: 1 },
    openAmount: { sum: null, mean: null, known: 0 },
    reachableContacts: { sum: 0, known: 3 },
  });
  const rep = repOf(ids.slice(0, 1), 'Totalling rep');
  expect((await listAccounts(rep, query)).totals).toMatchObject({ employees: { sum: 100, known: 1 } });
  expect((await listAccounts(person, { ...query, totals: false })).totals).toBeUndefined();
});
