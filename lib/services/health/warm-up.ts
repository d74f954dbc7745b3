import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { store } from '#db/client.ts';
import { findCurrentPlan } from '#db/queries/plans/plan-rows.ts';
import { isEvaluatorReady, warmEvaluator } from '#lib/evaluator/choose.ts';
import { log } from '#lib/log.ts';
import { heavyRead } from '#workers/reads/host.ts';

const LOOK_AGAIN_MS = 500;

/** Has the accounts read that the planner is going to ask for; whom its rules take may change until then. */
async function warmPlanner(): Promise<void> {
  const plan = findCurrentPlan(store().connection);
  if (plan) await heavyRead('planPicture', { planId: plan.id, members: {}, today: 0, scope: { all: true } });
}

/**
 * Reads ahead what the first person after a start would wait for: the columns first, then the plan's accounts. A failure
 * costs nobody anything but that wait.
 */
export async function warmUpServer(): Promise<void> {
  try {
    warmEvaluator();
    while (!isEvaluatorReady()) await sleep(LOOK_AGAIN_MS, undefined, { ref: false });
    await warmPlanner();
  } catch (error) {
    log().warn({ err: error }, 'not everything could be read ahead');
  }
}
