import { clip, intersect, type Spans, union } from './intervals.ts';
import { membershipSpans, type MembershipInput, sapSpans } from './membership.ts';
import type { DemoSegment, SegmentKey } from './segment-plan.ts';

export type EnterCause = 'published' | 'data' | 'time' | 'rule';
export type LeaveCause = 'data' | 'time' | 'rule' | 'retired';

export type MemberInterval = {
  fromAt: number;
  toAt: number | null;
  enterCause: EnterCause;
  leaveCause: LeaveCause | null;
};

/** Segments that an account leaves because days pass, not because something happened to it. */
const leavesWithTime = new Set<SegmentKey>(['saasEmea', 'movedUp', 'webinarRetired']);
/** And those it comes back to that way. */
const entersWithTime = new Set<SegmentKey>(['healthcare']);

/** When the rule in force at the time held: the first version until the second was published. */
function heldSpans(segment: DemoSegment, input: MembershipInput, changeAt: number | null): Spans {
  const latest = membershipSpans(segment.key, input);
  if (changeAt === null || segment.key !== 'sapManufacturing') return latest;
  const first = sapSpans(input, 250, 2500);
  return union([
    ...intersect(first, [{ from: Number.NEGATIVE_INFINITY, to: changeAt }]),
    ...intersect(latest, [{ from: changeAt, to: Number.POSITIVE_INFINITY }]),
  ]);
}

export type SegmentTimes = { publishedAt: number; changedAt: number | null; retiredAt: number | null };

/** An account's membership intervals of one segment, from its first publish to now (or to its end). */
export function memberIntervals(
  segment: DemoSegment,
  times: SegmentTimes,
  input: MembershipInput,
): MemberInterval[] {
  const { publishedAt, changedAt, retiredAt } = times;
  const { now } = input.calendar;
  const startAt = Math.max(publishedAt, input.facts.account.createdAt);
  const endAt = retiredAt ?? now + 1;
  return clip(heldSpans(segment, input, changedAt), startAt, endAt).map(({ from, to }) => {
    const isOpen = to > now && retiredAt === null;
    const enterCause: EnterCause =
      from === publishedAt
        ? 'published'
        : from === changedAt
          ? 'rule'
          : entersWithTime.has(segment.key) && from === input.calendar.dayStart(input.calendar.dayOf(from))
            ? 'time'
            : 'data';
    const leaveCause: LeaveCause =
      to === retiredAt
        ? 'retired'
        : to === changedAt
          ? 'rule'
          : leavesWithTime.has(segment.key)
            ? 'time'
            : 'data';
    return { fromAt: from, toAt: isOpen ? null : to, enterCause, leaveCause: isOpen ? null : leaveCause };
  });
}
