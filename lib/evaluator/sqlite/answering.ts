import type { Connection } from '#db/client.ts';
import { fileVersion } from '#db/queries/preview/data-version.ts';
import type { IndexKeeper } from '../columns/index-keeper.ts';
import type { Snapshot } from '../columns/snapshots.ts';
import type { Question } from '../contract.ts';
import type { Checkpoint } from './question.ts';
import { openSession, refreshSession, type Session } from './session.ts';
import { answers, type TaskInput, type TaskName, type TaskOutput } from './tasks.ts';

export type Answering = <Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  checkpoint: Checkpoint,
) => Promise<TaskOutput<Name>>;

function ask<Name extends TaskName>(
  session: Session,
  name: Name,
  input: TaskInput<Name>,
  checkpoint: Checkpoint,
  now: number,
) {
  return answers[name](session, input, checkpoint, now) as Promise<TaskOutput<Name>> | TaskOutput<Name>;
}

/**
 * Answers questions one after another on a read-only connection of its own. Each sees one state of the data from its
 * first statement to its last. `clock` gives epoch ms.
 */
export function answering(connection: Connection, clock: () => number): Answering {
  const session = openSession(connection);
  return async (name, input, checkpoint) => {
    connection.exec('BEGIN');
    try {
      refreshSession(session, clock());
      return await ask(session, name, input, checkpoint, clock());
    } finally {
      connection.exec('COMMIT');
    }
  };
}

/** Questions that columns alone answer of the present: null from others while these lag behind. */
const presentOnly: readonly TaskName[] = [
  'presentPreview',
  'previewInColumns',
  'membersInColumns',
  'matchesInColumns',
  'passesInColumns',
];

/** What may be told of a state some seconds old, because the answer says so or because nobody can tell. */
function mayLag(name: TaskName, input: unknown): boolean {
  return name === 'values' || (input as Partial<Question>).mayLag === true;
}

export type ColumnAnswering = {
  answer: Answering;
  /** Goes on to the present while nobody asks, so that no old state is held for long. */
  advance: () => void;
  /** Resolves when no question is being answered. */
  whenIdle: () => Promise<void>;
};

type Sources = {
  index: IndexKeeper;
  take: () => Snapshot;
  /** For nothing but to see whether something was committed. */
  watcher: Connection;
  /** Epoch ms. */
  clock: () => number;
};

/**
 * Answers questions one after another, from columns where they are kept. While those lag behind a bulk change, what has to
 * be of the present is asked of statements.
 */
export function answeringFromColumns({ index, take, watcher, clock }: Sources): ColumnAnswering {
  const session = openSession(watcher, index);
  const present = openSession(watcher);
  let idle: { promise: Promise<void>; end: () => void } | null = null;

  /** Whatever is committed after the version was read makes it another one, so it is read first. */
  function goOn(version: number): Snapshot {
    const snapshot = take();
    refreshSession(session, clock(), snapshot, version);
    return snapshot;
  }

  return {
    async answer(name, input, checkpoint) {
      const { promise, resolve } = Promise.withResolvers<void>();
      idle = { promise, end: resolve };
      const version = fileVersion(watcher);
      const snapshot = goOn(version);
      try {
        if (session.lagsSince === null || mayLag(name, input)) {
          return await ask(session, name, input, checkpoint, clock());
        }
        if (presentOnly.includes(name)) return null as TaskOutput<typeof name>;
        refreshSession(present, clock(), snapshot, version);
        return await ask(present, name, input, checkpoint, clock());
      } finally {
        snapshot.release();
        idle = null;
        resolve();
      }
    },
    advance() {
      const version = fileVersion(watcher);
      const isBehind = version !== session.seen.file || index.next !== null || index.more;
      if (!idle && isBehind) goOn(version).release();
    },
    whenIdle: async () => idle?.promise,
  };
}
