import 'server-only';
import { Buffer } from 'node:buffer';
import type { Scope } from '#lib/permissions/scope.ts';
import { mapFlags, type PlanMap } from '#lib/shared/plan-map-shapes.ts';
import { isLocked } from '#lib/territories/assign-holders.ts';
import type { PlanAccount, Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import { carvePlan, type PlanQuestion, withinScope } from './plan-picture.ts';

export type PlanMapRows = Pick<PlanMap, 'accounts' | 'regions' | 'columns'> & {
  /** Row ids in the order that the columns count them. */
  territoryIds: number[];
  repIds: number[];
};

/**
 * Every account of a draft within scope for a map, in columns. `only` = row ids that a rule found, else all. About
 * 30 bytes an account; runs in the reads worker.
 */
export function planMap(
  connection: Connection,
  {
    scope,
    slot,
    only,
    ...question
  }: PlanQuestion & { scope: Scope; slot: Slot; only?: ArrayLike<number> | undefined },
): PlanMapRows {
  const carved = withinScope(carvePlan(connection, question), scope);
  const wanted = only ? new Set(Array.from(only)) : null;
  const accounts = wanted ? carved.accounts.filter(({ id }) => wanted.has(id)) : carved.accounts;
  const moved = new Set(carved.moves.map((move) => move.accountId));
  const territories = dictionary<number>();
  const reps = dictionary<number>();
  const regions = dictionary<string>();
  const after = (account: PlanAccount) => carved.assigned.get(account.id);
  const flagsOf = (account: PlanAccount) => {
    const drafted = after(account);
    const isKeptOut = drafted?.place.step === 'lock' && drafted.place.territoryId === null;
    return (
      (isLocked(drafted) ? mapFlags.locked : 0) |
      (moved.has(account.id) ? mapFlags.changes : 0) |
      (isKeptOut ? mapFlags.keptOut : 0)
    );
  };
  const columns = {
    ids: base64(Uint32Array.from(accounts, ({ id }) => id)),
    longitudes: base64(Float32Array.from(accounts, ({ longitude }) => longitude ?? Number.NaN)),
    latitudes: base64(Float32Array.from(accounts, ({ latitude }) => latitude ?? Number.NaN)),
    potentialAmounts: base64(
      Float64Array.from(accounts, ({ potentialAmount }) => potentialAmount ?? Number.NaN),
    ),
    regions: base64(Uint16Array.from(accounts, (account) => regions.indexOf(regionOf(account)))),
    territoriesBefore: base64(
      Uint16Array.from(accounts, ({ territoryId }) => territories.indexOf(territoryId)),
    ),
    territoriesAfter: base64(
      Uint16Array.from(accounts, (account) => territories.indexOf(after(account)?.place.territoryId)),
    ),
    holdersBefore: base64(Uint16Array.from(accounts, ({ holders }) => reps.indexOf(holders[slot]))),
    holdersAfter: base64(
      Uint16Array.from(accounts, (account) => reps.indexOf(after(account)?.holders[slot])),
    ),
    flags: base64(Uint8Array.from(accounts, flagsOf)),
  };
  return {
    accounts: accounts.length,
    regions: regions.values,
    territoryIds: territories.values,
    repIds: reps.values,
    columns,
  };
}

/** The smallest region that is known: a state by its code, else the country. */
function regionOf({ country, state }: PlanAccount): string | null {
  return state !== null && /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(state) ? state : country;
}

/** Numbers values from 1 in the order they come; 0 = none. */
function dictionary<T>() {
  const values: T[] = [];
  const known = new Map<T, number>();
  return {
    values,
    indexOf: (value: T | null | undefined): number => {
      if (value === null || value === undefined) return 0;
      const found = known.get(value);
      if (found !== undefined) return found;
      known.set(value, values.push(value));
      return values.length;
    },
  };
}

function base64({
  buffer,
  byteOffset,
  byteLength,
}: Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}
