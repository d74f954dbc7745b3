import type { Connection } from '#db/client.ts';
import { loadCore, type OtherReader } from '#db/index-loader/load-core.ts';
import { addLaterColumns, type LaterColumns, loadLater } from '#db/index-loader/load-store.ts';
import { type TablePlan, tablePlans } from '#db/index-loader/table-plan.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { lastChange, lastRowIds } from '#db/queries/preview/data-version.ts';
import type { Store } from '#lib/engine/store.ts';
import { type KeptOrder, keptOrder } from './orders.ts';
import type { Beside } from './read-beside.ts';
import type { Snapshot } from './snapshots.ts';

/** Columns that hold the data as it was after change number `change`. */
export type ColumnIndex = {
  /** The state of the data that the columns hold, for what only statements know; null = of the asker's transaction. */
  snapshot: Snapshot | null;
  store: Store;
  plans: readonly TablePlan[];
  change: number;
  /** Highest row id of each table; a higher one that no change names was written past the change log. */
  lastIds: Record<string, number | null>;
  orders: Map<string, KeptOrder>;
  /** Rows were found that no change names: what is told of records is told without them. */
  missesRows: boolean;
};

/** Columns that nobody has asked yet. */
export function freshIndex(read: Pick<ColumnIndex, 'store' | 'plans' | 'change' | 'lastIds'>): ColumnIndex {
  return { ...read, snapshot: null, orders: new Map(), missesRows: false };
}

/** Who holds the index of a session: what answers now, what waits to be swapped in, and how to ask for a new one. */
export type IndexKeeper = {
  current: ColumnIndex | null;
  /** Loaded and not yet in use: the session takes it between two questions. */
  next: ColumnIndex | null;
  /** More columns of an index that answers already; the session puts them in between two questions. */
  more?: { of: ColumnIndex; columns: LaterColumns[] } | null;
  /** The last reading failed: what lags behind is not to be believed any longer. */
  hasFailed?: boolean;
  /** Rows from which on columns go on answering while newer ones are read. */
  manyRows?: number;
  /** Keeps the columns beside the database for the next start, when there are many rows and something changed since. */
  save: () => void;
  /** Asks for a load that knows change number `change`; an unfinished one that does not is followed by another. */
  reload: (change: number) => void;
};

/** Puts columns away that answer no more. */
export function putAway(keeper: IndexKeeper): void {
  keeper.current?.snapshot?.release();
  keeper.current = null;
}

/**
 * Reads what is asked most step by step, and makes the order that lists open in; the connection stands in a read
 * transaction of its own until everything is read.
 */
function* loadCoreIndex(
  connection: Connection,
  now: number,
  other: OtherReader | null,
): Generator<void | Promise<void>, ColumnIndex> {
  const change = lastChange(connection);
  const lastIds = lastRowIds(connection);
  const plans = tablePlans(loadCatalog(connection));
  const store = yield* loadCore(connection, plans, now, other);
  const index = freshIndex({ store, plans, change, lastIds });
  yield;
  keptOrder(index, 'account', 'account.revenue', true);
  return index;
}

/** Reads the whole index step by step. */
export function* loadIndex(
  connection: Connection,
  now: number,
): Generator<void | Promise<void>, ColumnIndex> {
  const index = yield* loadCoreIndex(connection, now, null);
  addLaterColumns(index.store, yield* loadLater(connection, index.store, index.plans));
  return index;
}

/** Below so many rows statements answer at once and columns are read in no time. */
const MANY_ROWS = 50_000;

/** Whether the columns may answer of the state that they hold while newer ones are read after a bulk change. */
export function mayLag({ current, manyRows }: IndexKeeper): boolean {
  if (!current?.snapshot) return false;
  const rows = Object.values(current.store.tables).reduce((sum, { used }) => sum + used, 0);
  return rows >= (manyRows ?? MANY_ROWS);
}

/** A bulk change comes in many writes: reading begins when none has come for so long, */
const SETTLED_MS = 1_000;
/** or when the columns have lagged behind for so long. */
const PATIENCE_MS = 30_000;
/** Between two readings others have the processor for so many times as long as the last one took, */
const REST_FACTOR = 2;
/** but not longer than this. */
const MOST_REST_MS = 60_000;

/** A load that fails leaves the answers to SQLite for so long. */
const TRY_AGAIN_MS = 30_000;
/** Single changes are kept no more often than this. */
const SAVE_AGAIN_MS = 15 * 60_000;

type KeeperOptions = Pick<IndexKeeper, 'manyRows'> & {
  /** A state of the data for loading alone: it stays while others go on. */
  take: () => Snapshot;
  /** The same for the first reading, with a second thread in the same state that takes part; null to read alone. */
  takeBeside?: (now: number) => Promise<Beside | null>;
  /** Epoch ms. */
  clock: () => number;
  /** Lets whatever waits go first. */
  pause: () => Promise<void>;
  sleep: (ms: number) => Promise<void>;
  /** Columns that were kept beside the database, brought to this state of the data; null when there are none. */
  openSaved?: (snapshot: Snapshot) => Generator<void, ColumnIndex | null>;
  /** Keeps columns beside the database. */
  writeSaved?: (index: ColumnIndex) => Generator<void | Promise<void>> | null;
  /** What is asked most is there. */
  onLoaded?: (index: ColumnIndex, elapsedMs: number) => void;
  /** Everything is there. */
  onComplete?: (index: ColumnIndex, elapsedMs: number) => void;
  onFailed?: (error: unknown) => void;
};

/**
 * Loads an index in the background, in small steps between questions.
 */
export function keepIndex(options: KeeperOptions): IndexKeeper {
  const { take, clock, pause, sleep, onLoaded, onComplete, onFailed } = options;
  let wanted = -1;
  let loaded = -1;
  let isLoading = false;
  let asked = { first: 0, last: 0 };
  let restsUntil = 0;
  let failedAt = 0;
  let saved = { change: -1, at: 0, index: null as ColumnIndex | null };
  let isSaving = false;

  async function inSteps<T>(steps: Generator<void | Promise<void>, T>): Promise<T> {
    let step = steps.next();
    while (!step.done) {
      const waiting = step.value ?? pause();
      step = await waiting.then(
        () => steps.next(),
        (error: unknown) => steps.throw(error),
      );
    }
    return step.value;
  }

  /** What was kept beside the database is worth having once: afterwards memory is newer. */
  async function openOnce(snapshot: Snapshot): Promise<ColumnIndex | null> {
    if (loaded >= 0 || !options.openSaved) return null;
    try {
      const index = await inSteps(options.openSaved(snapshot));
      if (index) saved = { change: index.change, at: clock(), index };
      return index;
    } catch (error) {
      onFailed?.(error);
      return null;
    }
  }

  /** A second thread only helps. */
  async function standBesideOnce(startedAt: number): Promise<Beside | null> {
    if (loaded >= 0 || !options.takeBeside) return null;
    try {
      return await options.takeBeside(startedAt);
    } catch (error) {
      onFailed?.(error);
      return null;
    }
  }

  function putNext(index: ColumnIndex, snapshot: Snapshot): void {
    index.snapshot = snapshot.hold();
    loaded = index.change;
    keeper.next?.snapshot?.release();
    keeper.next = index;
  }

  async function loadOnce(): Promise<void> {
    const startedAt = clock();
    let snapshot = take();
    let beside: Beside | null = null;
    try {
      const opened = await openOnce(snapshot);
      if (!opened) beside = await standBesideOnce(startedAt);
      if (beside) {
        snapshot.release();
        ({ snapshot } = beside);
      }
      const { connection } = snapshot;
      const index = opened ?? (await inSteps(loadCoreIndex(connection, startedAt, beside?.other ?? null)));
      putNext(index, snapshot);
      onLoaded?.(index, clock() - startedAt);
      if (opened) return onComplete?.(index, clock() - startedAt);
      const columns = await inSteps(loadLater(connection, index.store, index.plans));
      keeper.more = { of: index, columns };
      onComplete?.(index, clock() - startedAt);
    } finally {
      beside?.stop();
      snapshot.release();
      restsUntil = clock() + Math.min(MOST_REST_MS, REST_FACTOR * (clock() - startedAt));
    }
  }

  /** Where nobody answers meanwhile there is nothing to wait for. */
  async function untilWorthwhile(): Promise<void> {
    for (;;) {
      const now = clock();
      const settledAt = Math.min(asked.last + SETTLED_MS, asked.first + PATIENCE_MS);
      const waitMs = Math.max(settledAt, restsUntil) - now;
      if (waitMs <= 0 || !keeper.current) return;
      await sleep(Math.min(waitMs, 100));
    }
  }

  async function work(): Promise<void> {
    isLoading = true;
    try {
      do {
        await untilWorthwhile();
        await loadOnce();
      } while (loaded < wanted);
    } finally {
      isLoading = false;
    }
  }

  async function saveOnce(): Promise<void> {
    const { current } = keeper;
    const { change } = current ?? { change: saved.change };
    if (!current || keeper.next || keeper.more || !mayLag(keeper) || change === saved.change) return;
    if (current === saved.index && clock() - saved.at < SAVE_AGAIN_MS) return;
    const steps = options.writeSaved?.(current);
    if (!steps) return;
    await inSteps(steps);
    saved = { change, at: clock(), index: current };
  }

  const keeper: IndexKeeper = {
    current: null,
    next: null,
    more: null,
    save: () => {
      if (isSaving || isLoading) return;
      isSaving = true;
      void saveOnce()
        .catch((error: unknown) => onFailed?.(error))
        .finally(() => {
          isSaving = false;
        });
    },
    ...(options.manyRows === undefined ? {} : { manyRows: options.manyRows }),
    reload: (change) => {
      if (change > wanted) {
        const isFirst = wanted <= loaded;
        asked = { first: isFirst ? clock() : asked.first, last: clock() };
        wanted = change;
      }
      if (!isLoading && !(keeper.hasFailed && clock() - failedAt < TRY_AGAIN_MS)) {
        keeper.hasFailed = false;
        void work().catch((error: unknown) => {
          keeper.hasFailed = true;
          failedAt = clock();
          onFailed?.(error);
        });
      }
    },
  };
  return keeper;
}
