import { toPublicId } from '#lib/shared/ids.ts';
import type { RelatedEntity, RootEntity } from '../ast.ts';
import type {
  FactValues,
  Interval,
  RecordFacts,
  RelatedRow,
  RelatedRows,
  StageChange,
} from '../record-facts.ts';

/** A small market, written as data: what tests hold the evaluators against each other on. */
export type WorldAccount = {
  id: number;
  /** Root of the corporate family; the account itself when left out. */
  family?: number;
  values: FactValues;
  references?: RecordFacts['references'];
  memberships?: Readonly<Record<string, readonly Interval[]>>;
  pins?: RecordFacts['pins'];
};

export type WorldContact = {
  id: number;
  /** null = a lead. */
  account: number | null;
  values: FactValues;
  memberships?: Readonly<Record<string, readonly Interval[]>>;
  pins?: RecordFacts['pins'];
};

export type WorldRow = {
  entity: Exclude<RelatedEntity, 'contact'>;
  account: number | null;
  /** The contact it is about; for a deal, the people on it. */
  contacts?: readonly number[];
  values: FactValues;
  stageChanges?: readonly StageChange[];
};

export type World = {
  accounts: readonly WorldAccount[];
  contacts: readonly WorldContact[];
  rows: readonly WorldRow[];
};

function group(rows: readonly (RelatedRow & { entity: RelatedEntity })[]): RelatedRows {
  const groups: Partial<Record<RelatedEntity, RelatedRow[]>> = {};
  for (const row of rows) (groups[row.entity] ??= []).push(row);
  return groups;
}

function rowsOfAccounts(world: World, accounts: ReadonlySet<number>): RelatedRows {
  const contacts = world.contacts.map((contact) => ({ entity: 'contact' as const, ...contact }));
  return group(
    [...world.rows, ...contacts].filter((row) => row.account !== null && accounts.has(row.account)),
  );
}

function familyOf(account: WorldAccount): number {
  return account.family ?? account.id;
}

function familyRows(world: World, account: WorldAccount): RelatedRows {
  const members = world.accounts.filter((other) => familyOf(other) === familyOf(account));
  return rowsOfAccounts(world, new Set(members.map(({ id }) => id)));
}

function accountFacts(world: World, account: WorldAccount): RecordFacts {
  const { values, references, memberships, pins } = account;
  return {
    values: { ...values, family: toPublicId('account', familyOf(account)) },
    ...(references ? { references } : {}),
    ...(memberships ? { memberships } : {}),
    ...(pins ? { pins } : {}),
    rows: rowsOfAccounts(world, new Set([account.id])),
    familyRows: familyRows(world, account),
  };
}

/** Technologies belong to accounts alone; signals and activities name one contact, deals several. */
function isAbout(row: WorldRow, contactId: number): boolean {
  if (row.entity === 'technology') return false;
  const about = row.entity === 'opportunity' ? row.contacts : row.contacts?.slice(0, 1);
  return about?.includes(contactId) ?? false;
}

function contactFacts(world: World, contact: WorldContact): RecordFacts {
  const account = world.accounts.find(({ id }) => id === contact.account);
  return {
    values: contact.values,
    ...(contact.memberships ? { memberships: contact.memberships } : {}),
    ...(contact.pins ? { pins: contact.pins } : {}),
    rows: group(world.rows.filter((row) => isAbout(row, contact.id))),
    account: account ? accountFacts(world, account) : null,
    familyRows: account ? familyRows(world, account) : {},
  };
}

/** Every record of the entity with all its facts, as the predicate takes them. */
export function factsOfWorld(world: World, entity: RootEntity): { id: number; facts: RecordFacts }[] {
  return entity === 'account'
    ? world.accounts.map((account) => ({ id: account.id, facts: accountFacts(world, account) }))
    : world.contacts.map((contact) => ({ id: contact.id, facts: contactFacts(world, contact) }));
}
