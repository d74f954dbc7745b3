import { describe, expect, it } from 'vitest';
import type { DealFact, StageFact } from './facts.ts';
import { funnel } from './funnel.ts';

const stages: StageFact[] = [
  { id: 1, pipeline: '', name: 'Qualified', position: 10, outcome: 'open', probabilityRate: 0.1 },
  { id: 3, pipeline: '', name: 'Proposal', position: 30, outcome: 'open', probabilityRate: 0.6 },
  { id: 2, pipeline: '', name: 'Evaluation', position: 20, outcome: 'open', probabilityRate: 0.3 },
  { id: 4, pipeline: '', name: 'Closed won', position: 40, outcome: 'won', probabilityRate: 1 },
  { id: 5, pipeline: '', name: 'Closed lost', position: 50, outcome: 'lost', probabilityRate: 0 },
  { id: 9, pipeline: 'Renewal', name: 'Notice', position: 1, outcome: 'open', probabilityRate: 0.8 },
];

let ids = 0;
function deal(fact: Partial<DealFact>): DealFact {
  return {
    id: ++ids,
    accountId: 1,
    outcome: 'open',
    stageId: 1,
    pipeline: '',
    amount: null,
    acvAmount: null,
    termMonths: null,
    createdOn: null,
    closedOn: null,
    furthestPosition: null,
    ...fact,
  };
}

describe('funnel', () => {
  it('counts deals at or past a stage and says how many by inference', () => {
    const deals = [
      deal({ stageId: 1 }),
      deal({ stageId: 3 }),
      deal({ stageId: 3, furthestPosition: 30 }),
      deal({ outcome: 'won', stageId: 4 }),
      deal({ outcome: 'won', stageId: 4, furthestPosition: 40 }),
    ];
    expect(funnel(deals, stages)).toEqual([
      { stage: 'Qualified', count: 5, inferred: 2 },
      { stage: 'Evaluation', count: 4, inferred: 2 },
      { stage: 'Proposal', count: 4, inferred: 1 },
      { stage: 'Closed won', count: 2, inferred: 0 },
    ]);
  });

  it('knows of a lost deal only what its history records', () => {
    const deals = [
      deal({ outcome: 'lost', stageId: 5 }),
      deal({ outcome: 'lost', stageId: 5, furthestPosition: 20 }),
    ];
    expect(funnel(deals, stages)?.map((row) => [row.count, row.inferred])).toEqual([
      [2, 1],
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('keeps the furthest stage of a deal that went back', () => {
    const back = deal({ stageId: 1, furthestPosition: 30 });
    expect(funnel([back], stages)?.map((row) => row.count)).toEqual([1, 1, 1, 0]);
  });

  it('has no meaning without deals or over several pipelines', () => {
    expect(funnel([], stages)).toBeNull();
    expect(funnel([deal({}), deal({ pipeline: 'Renewal', stageId: 9 })], stages)).toBeNull();
  });
});
