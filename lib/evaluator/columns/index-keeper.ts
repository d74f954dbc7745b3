import type { Connection } from '#db/client.ts';
import { loadStore } from '#db/index-loader/load-store.ts';
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
  /** Asks for a load that knows change number `change`; an unfinished one that does not is followed by another. */
  reload: (change: number) => void;
};

/** Reads the index step by step, and makes the order that lists open in; the connection stands in a read transaction of its own until the end. */
export function* loadIndex(connection: Connection, now: number): Generator<void, ColumnIndex> {
  const change = lastChange(connection);
  const lastIds = lastRowIds(connection);
  const plans = tablePlans(loadCatalog(connection));
  const store = yield* loadStore(connection, plans, now);
  const index: ColumnIndex = { store, plans, change, lastIds, orders: new Map() };
  yield;
  keptOrder(index, 'account', 'account.revenue', true);
  return index;
}

type KeeperOptions = {
  /** A connection for loading alone: it holds one state of the data while others go on. */
  open: () => Connection;
  /** Epoch ms. */
  clock: () => number;
  /** Lets whatever waits go first. */
  pause: () => Promise<void>;
  onLoaded?: (index: ColumnIndex, elapsedMs: number) => void;
  onFailed?: (error: unknown) => void;
};

/**
 * Loads an index in the background, in small steps between questions.
 */
export function keepIndex({ open, clock, pause, onLoaded, onFailed }: KeeperOptions): IndexKeeper {
  let wanted = -1;
  let loaded = -1;
  let isLoading = false;

  async function loadOnce(): Promise<void> {
    const startedAt = clock();
    const connection = open();
    try {
      connection.exec('BEGIN');
      const steps = loadIndex(connection, startedAt);
      let step = steps.next();
      while (!step.done) {
        await pause();
        step = steps.next();
      }
      loaded = step.value.change;
      keeper.next = step.value;
      onLoaded?.(step.value, clock() - startedAt);
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
    reload: (change) => {
      wanted = Math.max(wanted, change);
      // A load that fails leaves the answers to SQLite; the next change asks again.
      if (!isLoading) void work().catch((error: unknown) => onFailed?.(error));
    },
  };
  return keeper;
}
