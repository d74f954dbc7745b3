import 'server-only';
import { isMainThread } from 'node:worker_threads';
import { openStore, store } from '#db/client.ts';
import { processSingleton } from '#lib/shared/process-singleton.ts';
import { evaluatorHost, hasReadColumns } from '#workers/evaluator/host.ts';
import type { Lane } from '#workers/evaluator/protocol.ts';
import type { Evaluator, Preview, PreviewQuestion, Question } from './contract.ts';
import { type RelayedName, relayed } from './relay.ts';
import { type Answering, answering } from './sqlite/answering.ts';
import type { TaskInput, TaskName, TaskOutput } from './sqlite/tasks.ts';

type Call = <Name extends TaskName>(
  lane: Lane,
  name: Name,
  input: TaskInput<Name>,
  signal?: AbortSignal,
) => Promise<TaskOutput<Name>>;

const DEADLINE_MS: Record<Lane, number> = { interactive: 30_000, heavy: 120_000 };

/** Through a thread of its own, so that no request waits for another one's rule. */
function throughThread(databasePath: string): Call {
  return async <Name extends TaskName>(
    lane: Lane,
    name: Name,
    input: TaskInput<Name>,
    signal?: AbortSignal,
  ) => {
    const host = evaluatorHost(databasePath, lane);
    return (await host.call(name, input, { signal, deadlineMs: DEADLINE_MS[lane] })) as TaskOutput<Name>;
  };
}

function isRelayed(name: TaskName): name is RelayedName {
  return name === 'membersInColumns' || name === 'passesInColumns';
}

/** Inside a worker thread nobody else waits, so it answers where it is, one question at a time. */
function inThisThread(databasePath: string): Call {
  const answer = processSingleton(`evaluator-here:${databasePath}`, () => {
    const ask = answering(openStore(databasePath, { readonly: true, busyMs: 5_000 }).connection, Date.now);
    let last: Promise<unknown> = Promise.resolve();
    const inTurn: Answering = (name, input, checkpoint) => {
      const next = last.then(() => ask(name, input, checkpoint));
      last = next.catch(() => undefined);
      return next;
    };
    return inTurn;
  });
  return async (_lane, name, input, signal) => {
    const found = isRelayed(name) ? await relayed(name, input as TaskInput<typeof name>) : null;
    return (found ?? answer(name, input, async () => signal?.throwIfAborted())) as Promise<
      TaskOutput<typeof name>
    >;
  };
}

/** Past this age of its `asOf` a question reads statements, of which nobody else should have to wait for. */
const PRESENT_MS = 10 * 60_000;

/**
 * Sets and overlaps are cheap where the columns are, and statements over everything where they are not: those go to a
 * thread of their own.
 */
async function fromColumnsOr<Name extends 'preview' | 'members' | 'matches'>(
  call: Call,
  name: Name,
  question: Question,
  input: TaskInput<Name>,
  signal?: AbortSignal,
): Promise<TaskOutput<Name>> {
  const isPresent = question.now - question.asOf < PRESENT_MS;
  const found = isPresent ? await call('interactive', `${name}InColumns`, input, signal) : null;
  return (found as TaskOutput<Name> | null) ?? call('heavy', name, input, signal);
}

async function preview(call: Call, question: PreviewQuestion, signal?: AbortSignal): Promise<Preview> {
  // Statements over the past take long, and nobody who edits a rule should wait for them.
  if (question.now - question.asOf >= PRESENT_MS) return call('heavy', 'preview', question, signal);
  if (question.overlaps) return fromColumnsOr(call, 'preview', question, question, signal);
  if (question.mayLag) return call('interactive', 'preview', question, signal);
  const found = await call('interactive', 'presentPreview', question, signal);
  return found ?? call('heavy', 'preview', question, signal);
}

function evaluatorThrough(call: Call): Evaluator {
  return {
    preview: (question, signal) => preview(call, question, signal),
    count: (question, signal) => call('interactive', 'count', question, signal),
    members: (question, signal) => fromColumnsOr(call, 'members', question, question, signal),
    matches: (question, recordIds) => fromColumnsOr(call, 'matches', question, { question, recordIds }),
    passes: (request) => call('interactive', 'passesInColumns', request),
    explain: (question, recordId) => call('interactive', 'explain', { question, recordId }),
    values: (request, signal) => call('interactive', 'values', request, signal),
  };
}

/** What answers questions about rules in this process, over the process's database file. */
export function evaluator(): Evaluator {
  const databasePath = store().connection.name;
  return evaluatorThrough(isMainThread ? throughThread(databasePath) : inThisThread(databasePath));
}

/** Starts the thread that answers people, so that it reads its columns before the first question. */
export function warmEvaluator(): void {
  evaluatorHost(store().connection.name, 'interactive').start();
}

/** Whether questions are answered from columns; right after the start statements answer, which takes longer. */
export function isEvaluatorReady(): boolean {
  return hasReadColumns(store().connection.name);
}

/** What the columns alone answer, for threads that have none; null while they are being read. */
export function askColumns<Name extends RelayedName>(
  name: Name,
  input: TaskInput<Name>,
): Promise<TaskOutput<Name>> {
  return throughThread(store().connection.name)('interactive', name, input);
}
