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
  /** Where each account stands among those of the carve. */
  indexes: ReadonlyMap<number, number>;
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
    indexes: new Map(accounts.map(({ id }, index) => [id, index])),
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

/**
 * All books after those of `gone` became those of `come`. What came and went is set off first, so that a book that keeps
 * its accounts keeps its sums to the last digit.
 */
function adjusted(after: readonly Book[], gone: readonly Book[], come: readonly Book[]): Book[] {
  const byKey = (list: readonly Book[]) => new Map(list.map((book) => [`${book.slot}:${book.repId}`, book]));
  const [found, left, came] = [byKey(after), byKey(gone), byKey(come)];
  for (const [key, { slot, repId }] of new Map([...left, ...came])) {
    const part = (of: ReadonlyMap<string, Book>) => of.get(key) ?? emptyBook(slot, repId);
    const [book, less, more] = [part(found), part(left), part(came)];
    found.set(key, {
      ...{ slot, repId },
      accounts: book.accounts + (more.accounts - less.accounts),
      potentialAmount: book.potentialAmount + (more.potentialAmount - less.potentialAmount),
      potentialUnknown: book.potentialUnknown + (more.potentialUnknown - less.potentialUnknown),
      workloadTouches: book.workloadTouches + (more.workloadTouches - less.workloadTouches),
    });
  }
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
  const accounts = inOrder(ids, carved, known);
  const places = new Map(accounts.map((account) => [account.id, place(account)]));
  const alone = assignHolders(accounts, places, changed);
  const wasAssigned = (account: PlanAccount) => carved.assigned.get(account.id) ?? [];
  if (known.hasOpenSplit || opensSplit(alone, changed, known)) {
    return anew(carved, carve(carved.accounts, changed));
  }
  const others = comparedAgain(accounts.flatMap(wasAssigned), alone, changed, known)
    .flatMap((territory) => known.members.get(territory.id) ?? [])
    .filter((item) => !ids.has(item.accountId));
  const looked = inOrder([...ids, ...others.map(({ accountId }) => accountId)], carved, known);
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

/** Accounts in the order in which a carve has all of them: ties and the last digits of sums are decided by it. */
function inOrder(ids: Iterable<number>, { accounts }: Carve, { indexes }: Notes): PlanAccount[] {
  const found = Int32Array.from([...ids].flatMap((id) => indexes.get(id) ?? [])).sort();
  return [...found].map((index) => accounts[index]!);
}
