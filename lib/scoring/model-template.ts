import type { Group, Rule, SegmentDefinition } from '#lib/rules/ast.ts';
import type { TierInput } from '#lib/shared/tier-shapes.ts';

/** One class of the starting model: its segment, the tier it gives, and what it is for. */
export type ModelClass = {
  name: string;
  description: string;
  tier: TierInput;
  definition: SegmentDefinition;
};

type Limits = { employees: [number, number | null]; revenue: [number, number | null] };

const limits = {
  enterprise: { employees: [1000, null], revenue: [100_000_000, null] },
  midMarket: { employees: [100, 999], revenue: [10_000_000, 99_999_999.99] },
  smb: { employees: [1, 99], revenue: [0, 9_999_999.99] },
} as const satisfies Record<string, Limits>;

function numberRule(id: string, field: string, [low, high]: readonly [number, number | null]): Rule {
  return high === null
    ? { id, kind: 'field', field, operator: 'gte', value: low }
    : { id, kind: 'field', field, operator: 'between', value: [low, high] };
}

/** Reaches the size by employees or, just as well, by revenue. */
function ofSize(id: string, op: Group['op'], sizes: readonly Limits[]): Group {
  return {
    id,
    kind: 'group',
    op,
    rules: sizes.flatMap((size, index) => [
      numberRule(`${id}-employees-${index}`, 'employees', size.employees),
      numberRule(`${id}-revenue-${index}`, 'revenue', size.revenue),
    ]),
  };
}

function accountRule(rules: Rule[]): SegmentDefinition {
  return { version: 1, entity: 'account', root: { id: 'root', kind: 'group', op: 'all', rules } };
}

/**
 * The model that the product ships: Enterprise, Mid-Market, SMB by employees or revenue (in the workspace's currency).
 * The larger class wins where the two disagree, so no account is in two; one with neither figure is in none.
 */
export const startingModel: readonly ModelClass[] = [
  {
    name: 'Enterprise',
    description: '1,000 employees or more, or revenue of 100 M or more. Field sales by enterprise AEs.',
    tier: {
      name: 'Tier 1',
      description: 'Strategic. Field sales.',
      rank: 1,
      touchesFrom: 6,
      touchesTo: 12,
      channelMix: { email: 0.3, call: 0.3, social: 0.15, in_person: 0.25 },
      responseSlaHours: 4,
      maxAccountsPerRep: 20,
      workedBy: 'Enterprise AE',
    },
    definition: accountRule([ofSize('size', 'any', [limits.enterprise])]),
  },
  {
    name: 'Mid-Market',
    description: '100 to 999 employees, or revenue of 10 M to 100 M. Inside sales by mid-market AEs.',
    tier: {
      name: 'Tier 2',
      description: 'Core. Inside sales.',
      rank: 2,
      touchesFrom: 3,
      touchesTo: 6,
      channelMix: { email: 0.4, call: 0.4, social: 0.2 },
      responseSlaHours: 8,
      maxAccountsPerRep: 50,
      workedBy: 'Mid-market AE',
    },
    definition: accountRule([
      ofSize('size', 'any', [limits.midMarket]),
      ofSize('larger', 'none', [limits.enterprise]),
    ]),
  },
  {
    name: 'SMB',
    description: 'Up to 99 employees, or revenue below 10 M. Product-led, worked by a pool of SDRs and AEs.',
    tier: {
      name: 'Tier 3',
      description: 'Expansion. Product-led.',
      rank: 3,
      touchesFrom: 1,
      touchesTo: 3,
      channelMix: { email: 0.7, call: 0.2, social: 0.1 },
      responseSlaHours: 24,
      maxAccountsPerRep: null,
      workedBy: 'SDR/AE pool',
    },
    definition: accountRule([
      ofSize('size', 'any', [limits.smb]),
      ofSize('larger', 'none', [limits.enterprise, limits.midMarket]),
    ]),
  },
];
