import { expect, it } from 'vitest';
import { activityChannels } from './activity-words.ts';
import { tierInput } from './tier-shapes.ts';

it('lets a tier spread its touches over every channel an activity can be logged with', () => {
  const tier = { name: 'Tier 1', rank: 1, touchesFrom: 4, touchesTo: 6 };
  const share = 1 / activityChannels.length;
  const channelMix = Object.fromEntries(activityChannels.map((channel) => [channel, share]));
  expect(tierInput.parse({ ...tier, channelMix }).channelMix).toEqual(channelMix);
  expect(tierInput.safeParse({ ...tier, channelMix: { pigeon: 1 } }).success).toBe(false);
});
