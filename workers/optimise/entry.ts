import { type MessagePort, parentPort } from 'node:worker_threads';
import { isAppError } from '#lib/shared/errors.ts';
import { planKeeper } from './answer.ts';
import type { FromWorker, HelpDone, HelpWanted, Progress, ToHelper, ToLead } from './protocol.ts';
import { sharedBetween, solveJobs } from './share-jobs.ts';

const port = parentPort;
if (!port) throw new Error('This file runs inside a worker thread.');
const post = (message: FromWorker) => port.postMessage(message);
const reporter = (id: number) => (progress: Progress) => post({ type: 'progress', id, progress });
const answerTo = planKeeper();
const helpers: MessagePort[] = [];

port.on('message', (message: ToLead | ToHelper) => {
  if (message.type === 'helper') helpers.push(message.port);
  else if (message.type === 'help') help(message.port);
  else void answer(message);
});

function help(wanted: MessagePort): void {
  wanted.on('message', ({ id, jobs, flag }: HelpWanted) => {
    let done: HelpDone;
    try {
      done = { ok: true, solved: solveJobs(jobs, flag, reporter(id)) };
    } catch (error) {
      done = { ok: false, message: error instanceof Error ? error.message : String(error) };
    }
    wanted.postMessage(done);
  });
}

async function answer({ id, ask, flag }: Extract<ToLead, { type: 'ask' }>): Promise<void> {
  const control = { isCancelled: () => Atomics.load(flag, 0) === 1, report: () => undefined };
  try {
    const value = await answerTo(ask, sharedBetween(helpers, id, flag, reporter(id)), control);
    post({ type: 'answer', id, value });
  } catch (error) {
    const isKnown = isAppError(error) && error.code === 'invalid';
    const message = error instanceof Error ? error.message : String(error);
    post({
      type: 'failed',
      id,
      code: isKnown ? 'invalid' : null,
      message,
      issues: (isKnown && error.issues) || [],
    });
  }
}
