import type { Connection } from '#db/client.ts';
import { addLaterColumns, type LaterColumns, loadCore, loadLater } from '#db/index-loader/load-store.ts';
import { type TablePlan, tablePlans } from '#db/index-loader/table-plan.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { lastChange, lastRowIds } from '#db/queries/preview/data-version.ts';
import type { Store } from '#lib/engine/store.ts';
import { type KeptOrder, keptOrder } from './orders.ts';

/** Columns that hold the data as it was after change number `change`. */
export type ColumnIndex = {
  store: Store;
  plans: readonly TablePlan[];
  change: number;
  /** Highest row id of each table; a higher one that no change names was written past the change log. */
  lastIds: Record<string, number>;
  orders: Map<string, KeptOrder>;
};

/** Who holds the index of a session: what answers now, what waits to be swapped in, and how to ask for a new one. */
export type IndexKeeper = {
  current: ColumnIndex | null;
  /** Loaded and not yet in use: the session takes it between two questions. */
  next: ColumnIndex | null;
  /** More columns of an index that answers already; the session puts them in between two questions. */
  more?: { of: ColumnIndex; columns: LaterColumns[] } | null;
  /** Asks for a load that knows change number `change`; an unfinished one that does not is followed by another. */
  reload: (change: number) => void;
};

/**
 * Reads what is asked most step by step, and makes the order that lists open in; the connection stands in a read
 * transaction of its own until everything is read.
 */
function* loadCoreIndex(connection: Connection, now: number): Generator<void, ColumnIndex> {
  const change = lastChange(connection);
  const lastIds = lastRowIds(connection);
  const plans = tablePlans(loadCatalog(connection));
  const store = yield* loadCore(connection, plans, now);
  const index: ColumnIndex = { store, plans, change, lastIds, orders: new Map() };
  yield;
  keptOrder(index, 'account', 'account.revenue', true);
  return index;
}

/** Reads the whole index step by step. */
export function* loadIndex(connection: Connection, now: number): Generator<void, ColumnIndex> {
  const index = yield* loadCoreIndex(connection, now);
  addLaterColumns(index.store, yield* loadLater(connection, index.store, index.plans));
  return index;
}

type KeeperOptions = {
  /** A connection for loading alone: it holds one state of the data while others go on. */
  open: () => Connection;
  /** Epoch ms. */
  clock: () => number;
  /** Lets whatever waits go first. */
  pause: () => Promise<void>;
  /** What is asked most is there. */
  onLoaded?: (index: ColumnIndex, elapsedMs: number) => void;
  /** Everything is there. */
  onComplete?: (index: ColumnIndex, elapsedMs: number) => void;
  onFailed?: (error: unknown) => void;
};

/**
 * Loads an index in the background, in small steps between questions.
 */
export function keepIndex({
  open,
  clock,
  pause,
  onLoaded,
  onComplete,
  onFailed,
}: KeeperOptions): IndexKeeper {
  let wanted = -1;
  let loaded = -1;
  let isLoading = false;

  async function inSteps<T>(steps: Generator<void, T>): Promise<T> {
    let step = steps.next();
    while (!step.done) {
      await pause();
      step = steps.next();
    }
    return step.value;
  }

  async function loadOnce(): Promise<void> {
    const startedAt = clock();
    const connection = open();
    try {
      connection.exec('BEGIN');
      const index = await inSteps(loadCoreIndex(connection, startedAt));
      loaded = index.change;
      keeper.next = index;
      onLoaded?.(index, clock() - startedAt);
      const columns = await inSteps(loadLater(connection, index.store, index.plans));
      keeper.more = { of: index, columns };
      onComplete?.(index, clock() - startedAt);
    } finally {
      connection.close();
    }
  }

  async function work(): Promise<void> {
    isLoading = true;
    try {
      do await loadOnce();
      while (loaded < wanted);
    } finally {
      isLoading = false;
    }
  }

  const keeper: IndexKeeper = {
    current: null,
    next: null,
    more: null,
    reload: (change) => {
      wanted = Math.max(wanted, change);
      // A load that fails leaves the answers to SQLite; the next change asks again.
      if (!isLoading) void work().catch((error: unknown) => onFailed?.(error));
    },
  };
  return keeper;
}
