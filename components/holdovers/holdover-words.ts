import { formatDay } from '#lib/shared/format.ts';
import type { Holdover } from '#lib/shared/holdover-shapes.ts';

const ends = {
  date: 'its day passed',
  outcome: 'the deal closed',
  hand: 'ended by hand',
  moved: 'the account came back',
};

/** `until Mar 1, 2027`, `until won or lost`, or why it is over. */
export function untilWords({ untilOn, endedBy }: Pick<Holdover, 'untilOn' | 'endedBy'>): string {
  if (endedBy !== null) return `over: ${ends[endedBy]}`;
  return untilOn === null ? 'until won or lost' : `until ${formatDay(untilOn)}`;
}
