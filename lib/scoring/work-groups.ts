import type { EpochDay, EpochMs } from '#lib/shared/days.ts';
import { workGroups } from '#lib/shared/work-shapes.ts';
import type { Reason } from './why-now.ts';

export type WorkGroup = (typeof workGroups)[number];

export const workGroupLabels: Record<WorkGroup, string> = {
  now: 'Act now',
  week: 'Due this week',
  later: 'Later this month',
  done: 'Done for the month',
};

export type WorkFacts = {
  tierRank: number | null;
  touchesDue: number;
  isBehindPace: boolean;
  /** Best first. */
  reasons: readonly Reason[];
  score: number | null;
  name: string;
};

const FRESH_MS = 14 * 86_400_000;

/** Weight of an account's best reason; 0 without one. */
function urgency(facts: WorkFacts): number {
  return facts.reasons[0]?.weight ?? 0;
}

/**
 * Where an account stands in a list of work. Act now: something urgent happened and a touch is due, or an answer, a
 * meeting or a next step is waiting. This week: touches due, and news of the last 14 days, a step within the week, or
 * behind the month's pace. Later: other touches due. Done: none.
 */
export function workGroup(facts: WorkFacts, clock: { now: EpochMs; today: EpochDay }): WorkGroup {
  const waits = facts.reasons.some(
    ({ kind, isUrgent }) => isUrgent && (kind === 'reply' || kind === 'meeting' || kind === 'step'),
  );
  if (waits) return 'now';
  if (facts.touchesDue === 0) return 'done';
  if (facts.reasons.some((reason) => reason.isUrgent)) return 'now';
  const isFresh = facts.reasons.some(
    ({ at, on, kind }) =>
      (at !== null && kind !== 'mail' && at >= clock.now - FRESH_MS) ||
      (kind === 'step' && on !== null && on <= clock.today + 7),
  );
  return isFresh || facts.isBehindPace ? 'week' : 'later';
}

const NO_TIER = 1_000;

/** Order of a list of work: group, then tier (highest first), then fresh news, touches due, score, name. */
export function compareWork(
  a: WorkFacts & { group: WorkGroup },
  b: WorkFacts & { group: WorkGroup },
): number {
  return (
    workGroups.indexOf(a.group) - workGroups.indexOf(b.group) ||
    (a.tierRank ?? NO_TIER) - (b.tierRank ?? NO_TIER) ||
    urgency(b) - urgency(a) ||
    b.touchesDue - a.touchesDue ||
    (b.score ?? -1) - (a.score ?? -1) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  );
}
