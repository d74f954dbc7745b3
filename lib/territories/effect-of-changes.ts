import { assignHolders, type AssignedAccount } from './assign-holders.ts';
import { type Book, books, emptyBook } from './books.ts';
import { type Carve, carve } from './carve.ts';
import { type Move, moves } from './moves.ts';
import { placing } from './place-account.ts';
import { type Plan, type PlanAccount, type Slot, slots, type Territory } from './plan-model.ts';
import { type HandChange, withChanges } from './with-changes.ts';

/** All books as they would be, and how many accounts would move against what is published. */
export type ChangesEffect = { after: Book[]; moves: number; touched: Touched };

/** The accounts that were looked at again: no other one changed. Their moves were and would be these. */
export type Touched = {
  accountIds: number[];
  assigned: ReadonlyMap<number, AssignedAccount>;
  movesBefore: readonly Move[];
  movesAfter: readonly Move[];
};

/** What of a carve tells which accounts can feel a change of another one. */
type Notes = {
  byId: ReadonlyMap<number, PlanAccount>;
  members: ReadonlyMap<number | null, AssignedAccount[]>;
  /** Slots in which an account got its holder by comparing all of its territory, as `slotKey`. */
  shared: ReadonlySet<string>;
  /** Slots that were split evenly. */
  split: ReadonlySet<string>;
  /** In one of those an account got a holder by what that one has everywhere. */
  hasOpenSplit: boolean;
};

const notes = new WeakMap<Carve, Notes>();
const slotKey = (territoryId: number | null, slot: Slot) => `${territoryId}:${slot}`;

/** An account that nothing settles but the comparison of a territory's holders. */
function isShared({ holders, reasons }: AssignedAccount, slot: Slot): boolean {
  return holders[slot] === undefined || reasons[slot] === 'shared out';
}

function noteDown({ accounts, assigned }: Carve, { territories }: Plan): Notes {
  const members = Map.groupBy(assigned.values(), (item) => item.place.territoryId);
  const shared = new Set<string>();
  const split = new Set<string>();
  let hasOpenSplit = false;
  for (const { id, holders } of territories) {
    const items = members.get(id) ?? [];
    for (const slot of slots) {
      if (holders.filter((holder) => holder.slot === slot).length < 2) continue;
      const isSplit = items.some(({ reasons }) => reasons[slot] === 'split');
      if (isSplit) split.add(slotKey(id, slot));
      if (items.some((item) => isShared(item, slot))) shared.add(slotKey(id, slot));
      hasOpenSplit ||= isSplit && items.some((item) => isShared(item, slot) || item.reasons[slot] === 'kept');
    }
  }
  return {
    byId: new Map(accounts.map((account) => [account.id, account])),
    members,
    shared,
    split,
    hasOpenSplit,
  };
}

function notesOf(carved: Carve, plan: Plan): Notes {
  const known = notes.get(carved) ?? noteDown(carved, plan);
  notes.set(carved, known);
  return known;
}

const severalIn = ({ holders }: Territory, slot: Slot) =>
  holders.filter((holder) => holder.slot === slot).length > 1;

/**
 * Whether changed accounts need holders in a slot that was split evenly, or make one such a slot: caps count there what is
 * held everywhere.
 */
function opensSplit(items: readonly AssignedAccount[], plan: Plan, { split }: Notes): boolean {
  const byId = new Map(plan.territories.map((territory) => [territory.id, territory]));
  return items.some(({ place, reasons }) => {
    const territory = byId.get(place.territoryId ?? 0);
    return slots.some((slot) => {
      if (!territory || !severalIn(territory, slot)) return false;
      if (!split.has(slotKey(territory.id, slot))) return reasons[slot] === 'split';
      return reasons[slot] !== 'lock' && reasons[slot] !== 'hand' && reasons[slot] !== 'split';
    });
  });
}

/** Territories whose members have to be compared again: changed accounts left them or came to them. */
function comparedAgain(
  before: readonly AssignedAccount[],
  after: readonly AssignedAccount[],
  { territories }: Plan,
  { shared }: Notes,
): Territory[] {
  const touched = new Set([...before, ...after].map(({ place }) => place.territoryId));
  return territories
    .filter(({ id }) => touched.has(id))
    .filter((territory) =>
      slots.some(
        (slot) =>
          severalIn(territory, slot) &&
          (shared.has(slotKey(territory.id, slot)) ||
            after.some((item) => item.place.territoryId === territory.id && isShared(item, slot))),
      ),
    );
}

function adjusted(after: readonly Book[], gone: readonly Book[], come: readonly Book[]): Book[] {
  const found = new Map(after.map((book) => [`${book.slot}:${book.repId}`, { ...book }]));
  const add = (sign: 1 | -1) => (book: Book) => {
    const key = `${book.slot}:${book.repId}`;
    const total = found.get(key) ?? emptyBook(book.slot, book.repId);
    total.accounts += sign * book.accounts;
    total.potentialAmount += sign * book.potentialAmount;
    total.potentialUnknown += sign * book.potentialUnknown;
    total.workloadTouches += sign * book.workloadTouches;
    found.set(key, total);
  };
  gone.forEach(add(-1));
  come.forEach(add(1));
  return [...found.values()]
    .filter((book) => book.accounts > 0)
    .sort((a, b) => a.slot.localeCompare(b.slot) || a.repId - b.repId);
}

/**
 * What a carve of `plan` would be with changes by hand, in books and moves: the same as carving everything anew, looking
 * only at the changed accounts and at territories whose holders have to be compared again. Sums of fractional money may
 * differ in the last digits.
 */
export function effectOfChanges(carved: Carve, plan: Plan, changes: readonly HandChange[]): ChangesEffect {
  const known = notesOf(carved, plan);
  const changed = withChanges(plan, changes);
  const place = placing(changed);
  const ids = new Set(changes.flatMap(({ accountIds }) => accountIds));
  const accounts = [...ids].flatMap((id) => known.byId.get(id) ?? []);
  const places = new Map(accounts.map((account) => [account.id, place(account)]));
  const alone = assignHolders(accounts, places, changed);
  const wasAssigned = (account: PlanAccount) => carved.assigned.get(account.id) ?? [];
  if (known.hasOpenSplit || opensSplit(alone, changed, known)) {
    return anew(carved, carve(carved.accounts, changed));
  }
  const others = comparedAgain(accounts.flatMap(wasAssigned), alone, changed, known)
    .flatMap((territory) => known.members.get(territory.id) ?? [])
    .filter((item) => !ids.has(item.accountId));
  const looked = inOrder(accounts, others, known);
  for (const { accountId, place: stays } of others) places.set(accountId, stays);
  const assigned = new Map(assignHolders(looked, places, changed).map((item) => [item.accountId, item]));
  const held = (of: ReadonlyMap<number, AssignedAccount>) =>
    books(looked, (account) => of.get(account.id)?.holders ?? {});
  const [movesBefore, movesAfter] = [moves(looked, carved.assigned), moves(looked, assigned)];
  return {
    after: adjusted(carved.after, held(carved.assigned), held(assigned)),
    moves: carved.moves.length - movesBefore.length + movesAfter.length,
    touched: { accountIds: looked.map(({ id }) => id), assigned, movesBefore, movesAfter },
  };
}

function anew(before: Carve, { accounts, assigned, after, moves: movesAfter }: Carve): ChangesEffect {
  const accountIds = accounts.map(({ id }) => id);
  return {
    ...{ after, moves: movesAfter.length },
    touched: { accountIds, assigned, movesBefore: before.moves, movesAfter },
  };
}

/** The accounts to look at, in the order in which a carve has all of them: ties are decided by it. */
function inOrder(
  accounts: readonly PlanAccount[],
  others: readonly AssignedAccount[],
  { byId }: Notes,
): PlanAccount[] {
  if (others.length === 0) return [...accounts];
  const wanted = new Set([...accounts.map(({ id }) => id), ...others.map(({ accountId }) => accountId)]);
  return [...byId.values()].filter(({ id }) => wanted.has(id));
}
