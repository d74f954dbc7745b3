import { type CarveAccount, type CarveInput, type CarveRep, usualRates } from '../input.ts';
import { seededRandom } from '../random.ts';

export type QuestionShape = {
  accounts: number;
  reps: number;
  seed: number;
  capFill: number;
  lockRate: number;
};

/** A small random question: two regions, families, locks, pipeline, caps so tight that `capFill` of the slots are needed. */
export function drawQuestion({ accounts, reps, seed, capFill, lockRate }: QuestionShape): CarveInput {
  const random = seededRandom(seed);
  const int = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const place = () => ({ latitude: 30 + random() * 15, longitude: -110 + random() * 30 });
  const team: CarveRep[] = Array.from(
    { length: reps },
    (_, index): CarveRep => ({
      id: 100 + index,
      name: `Rep ${index}`,
      group: 'all',
      shareRate: 1,
      rampRate: random() < 0.2 ? 0.5 : 1,
      capAccounts: Math.max(1, Math.ceil(accounts / reps / capFill)),
      capTouches: random() < 0.5 ? Math.ceil((accounts * 4) / reps / capFill) : null,
      home: random() < 0.9 ? place() : null,
      takes: index === 0 || random() < 0.5 ? {} : { region: [random() < 0.5 ? 'N' : 'S'] },
      excludedAccountIds: random() < 0.3 ? [int(1, accounts)] : [],
    }),
  );
  const made: CarveAccount[] = [];
  for (let index = 0; index < accounts; index++) {
    const parent = index > 0 && random() < 0.15 ? made[int(0, index - 1)]! : null;
    made.push({
      id: index + 1,
      name: `Account ${index + 1}`,
      familyId: parent?.familyId ?? index + 1,
      potentialAmount: random() < 0.05 ? null : Math.round(1000 * random() ** -0.7),
      workloadTouches: int(1, 6),
      pipelineAmount: random() < 0.2 ? int(1000, 50_000) : 0,
      tier: random() < 0.5 ? 'Tier 1' : null,
      traits: { region: random() < 0.1 ? null : random() < 0.5 ? 'N' : 'S' },
      place: random() < 0.9 ? place() : null,
      territoryId: int(1, 3),
      repId: random() < 0.8 ? 100 + int(0, reps) : null,
      lockedRepId: random() < lockRate ? 100 + int(0, reps - 1) : null,
    });
  }
  return {
    accounts: made,
    reps: team,
    rates: { ...usualRates, balanceTouchAmount: 300, balanceCountAmount: seed % 2 === 0 ? 200 : 0 },
    scope: { kind: 'whole' },
    refusals: [],
    screen: null,
    seed,
    effort: 'normal',
  };
}
