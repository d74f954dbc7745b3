import 'server-only';
import { store } from '#db/client.ts';
import type { Results, ResultsFrame } from '#lib/metrics/results.ts';
import type { Context } from '#lib/permissions/context.ts';
import { requireCan } from '#lib/permissions/can.ts';
import { formatIsoDay, formatIsoInstant } from '#lib/shared/days.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { checkQuestion } from './check-question.ts';
import type { ResultsInput } from './input.ts';
import type { ResultsQuestion, ResultsView } from './question.ts';

/** Figures in total and by group, within the actor's scope. Worked out off the main thread. */
export async function results(
  ctx: Context,
  input: ResultsInput & { groupBy?: string[] },
): Promise<Results & ResultsFrame> {
  const { groupBy = [], ...rest } = input;
  const { frame, answers } = await resultViews(ctx, rest, (by) => [{ groupBy, by }]);
  const [answer] = answers;
  if (!answer) throw new Error('The worker answered no view.');
  return { ...answer, ...frame };
}

/** Several layouts of the same facts, read once: what a page with many charts asks. */
export async function resultViews(
  ctx: Context,
  input: ResultsInput,
  views: (by: 'closed' | 'created') => ResultsView[],
  signal?: AbortSignal,
): Promise<{ frame: ResultsFrame; answers: Results[] }> {
  requireCan(ctx.actor, 'results.read');
  const question = checkQuestion(ctx, store().connection, input, views);
  const answers = await heavyRead('answerResults', question, { signal });
  return { frame: frameOf(question), answers };
}

export function frameOf(question: ResultsQuestion): ResultsFrame {
  const { period } = question;
  return {
    asOf: formatIsoInstant(question.asOf),
    from: period.from === null ? null : formatIsoDay(period.from),
    to: period.to === null ? null : formatIsoDay(period.to),
    membership: question.membership,
    valuesAsOfToday: question.isPast,
  };
}
