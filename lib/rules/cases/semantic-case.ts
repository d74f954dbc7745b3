import type { Group, RootEntity } from '../ast.ts';
import type { FactValues } from '../record-facts.ts';
import type { World, WorldContact, WorldRow } from '../testing/world.ts';
import type { Published } from '../testing/workspace.ts';

/** One sentence of the rule language's meaning, as data that every evaluator is run through. */
export type SemanticCase = {
  name: string;
  entity?: RootEntity;
  world: World;
  root: Group;
  /** Epoch ms; now when left out. */
  asOf?: number;
  published?: Published;
  /** Ids of the records that are in, ascending. */
  expected: readonly number[];
};

/** Accounts 1, 2, 3 … with these values and nothing else. */
export function accountsOf(...values: FactValues[]): World {
  return { accounts: values.map((own, index) => ({ id: index + 1, values: own })), contacts: [], rows: [] };
}

/** `count` accounts without values, and rows of one entity, each with the account it belongs to. */
export function accountsWith(
  count: number,
  entity: WorldRow['entity'],
  rows: (FactValues & { of: number })[],
): World {
  return {
    accounts: Array.from({ length: count }, (_, index) => ({ id: index + 1, values: {} })),
    contacts: [],
    rows: rows.map(({ of, ...values }) => ({ entity, account: of, values })),
  };
}

export function contact(id: number, account: number | null, values: FactValues = {}): WorldContact {
  return { id, account, values: { reachable: false, ...values } };
}
