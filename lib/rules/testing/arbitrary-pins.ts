import fc from 'fast-check';
import type { Pin } from '../pins.ts';
import { segmentIds } from './arbitrary-world.ts';
import { now } from './workspace.ts';
import type { World } from './world.ts';

/** The segment that a random rule is taken to be the rule of. */
export const ownSegmentId = 'seg_9';

const HOUR_MS = 3_600_000;

/** Pins of the own and of referenced segments: some still hold, some were taken away, some by the hour. */
export const arbitraryPins = fc.array(
  fc.record({
    segmentId: fc.constantFrom(ownSegmentId, ...segmentIds),
    at: fc.nat(7),
    side: fc.constantFrom('in' as const, 'out' as const),
    from: fc.constantFrom(now - 900 * HOUR_MS, now - HOUR_MS, now),
    to: fc.constantFrom(null, null, now - HOUR_MS / 2, now, now + HOUR_MS),
  }),
  { maxLength: 8 },
);

type Pins = typeof arbitraryPins extends fc.Arbitrary<infer Value> ? Value : never;

/** The world with these pins on its accounts and contacts; `at` names one by its place. */
export function pinnedWorld(world: World, pins: Pins): World {
  const pinned = <Holder extends { pins?: Readonly<Record<string, readonly Pin[]>> }>(
    holders: readonly Holder[],
  ): Holder[] =>
    holders.map((holder, index) => ({
      ...holder,
      pins: Object.fromEntries(
        Object.entries(
          Object.groupBy(
            pins.filter(({ at }) => at % holders.length === index),
            ({ segmentId }) => segmentId,
          ),
        ).map(([id, own = []]) => [id, own.map(({ side, from, to }) => ({ side, from, to }))]),
      ),
    }));
  return { ...world, accounts: pinned(world.accounts), contacts: pinned(world.contacts) };
}
