import { expect, test } from 'vitest';
import { guessOutcome, guessOutcomes, orderStages } from './stage-outcomes.ts';

test('closed stages are told by their names, the rest are open', () => {
  expect(guessOutcomes(['Prospecting', 'Won', 'Closed Lost', '6 - Closed_Won', 'Wondering'])).toEqual({
    Won: 'won',
    'Closed Lost': 'lost',
    '6 - Closed_Won': 'won',
  });
  expect(guessOutcome('Engaging')).toBe('open');
});

test('open stages stand in their usual order, won and lost last', () => {
  const stages = ['Lost', 'Won', 'Engaging', 'Prospecting', 'Proposal'].map((name) => ({
    name,
    outcome: guessOutcome(name),
  }));
  expect(orderStages(stages).map((stage) => stage.name)).toEqual([
    'Prospecting',
    'Engaging',
    'Proposal',
    'Won',
    'Lost',
  ]);
});
