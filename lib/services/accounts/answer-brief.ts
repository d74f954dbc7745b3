import 'server-only';
import type { Connection } from '#db/client.ts';
import { segmentsOfAccount } from '#db/queries/accounts/account-segments.ts';
import { committeeOf } from '#db/queries/contacts/committee-rows.ts';
import { theseAccounts } from '#db/queries/work/book-accounts.ts';
import { bookMeetings, bookSignals, openReplies } from '#db/queries/work/book-news.ts';
import { stepsOfAccount } from '#db/queries/work/step-rows.ts';
import { technologiesOf } from '#db/queries/accounts/technology-rows.ts';
import { channelMixOf, renewalDay } from '#db/queries/accounts/account-head.ts';
import { coverageOf } from '#lib/scoring/coverage.ts';
import { talkingPoints } from '#lib/scoring/talking-points.ts';
import { SIGNAL_DAYS, whyNow } from '#lib/scoring/why-now.ts';
import type { AccountBrief } from '#lib/shared/account-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';

const DAY_MS = 86_400_000;
const REASONS = 6;
const AHEAD_DAYS = 8;

export type BriefQuestion = {
  accountId: number;
  now: number;
  timeZone: string;
  currency: string;
  highIntentStrength: number;
};

/** What a person needs before a call: why now, whom, what is next. Runs where the connection is. */
export function answerBrief(connection: Connection, question: BriefQuestion): AccountBrief {
  const { accountId, now } = question;
  const self = theseAccounts([accountId]);
  const signals = bookSignals(connection, self, now - SIGNAL_DAYS * DAY_MS, now);
  const nextSteps = stepsOfAccount(connection, accountId);
  const step = nextSteps.find(({ doneAt }) => doneAt === null);
  const reasons = whyNow(
    {
      signals,
      reply: openReplies(connection, self, now - SIGNAL_DAYS * DAY_MS, now)[0] ?? null,
      meeting: bookMeetings(connection, self, now, now + AHEAD_DAYS * DAY_MS)[0] ?? null,
      step: step ? { dueOn: step.dueOn, text: step.text } : null,
      renewalOn: renewalDay(connection, accountId),
    },
    question,
  );
  const committee = committeeOf(connection, accountId);
  const talk = talkingPoints({
    reasons,
    people: committee,
    technologies: technologiesOf(connection, accountId).map(({ name }) => name),
    channelMix: channelMixOf(connection, accountId),
  });
  return {
    id: toPublicId('account', accountId),
    reasons: reasons.slice(0, REASONS).map(({ kind, text, detail, at, on, isUrgent }) => ({
      kind,
      text,
      detail,
      seenAt: at,
      dueOn: on,
      isUrgent,
    })),
    talk,
    recentSignals: signals.length,
    segments: segmentsOfAccount(connection, accountId),
    committee,
    coverage: coverageOf(committee),
    nextSteps: nextSteps.filter(({ doneAt }) => doneAt === null),
  };
}
