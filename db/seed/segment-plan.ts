import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { ClassName } from './class-history.ts';
import { definitionOf, ruleWords } from './rule-words.ts';

export type SegmentKey =
  | 'tam'
  | 'enterprise'
  | 'midMarket'
  | 'smb'
  | 'sapManufacturing'
  | 'saasEmea'
  | 'healthcare'
  | 'manufacturing'
  | 'automotive'
  | 'food'
  | 'equipment'
  | 'strategic'
  | 'targets'
  | 'movedUp'
  | 'retailDraft'
  | 'webinarRetired';

export type DemoSegment = {
  key: SegmentKey;
  name: string;
  description: string;
  status: 'draft' | 'published' | 'retired';
  parent: SegmentKey | null;
  /** First name of the demo user whose segment it is. */
  owner: 'Dara' | 'Lena';
  /** Rank of the tier it gives. */
  tier: 1 | 2 | 3 | null;
  /** Versions, the first one first; the last is the one in force. */
  versions: { publishedDaysAgo: number; definition: SegmentDefinition; note: string | null }[];
  retiredDaysAgo: number | null;
  reviewDueInDays: number;
};

type Limits = { targetScore: number; strategicScore: number };

function sizeRule(name: ClassName): SegmentDefinition {
  const { all, any, field } = ruleWords();
  const unknown = () => field('employees', 'empty');
  if (name === 'Enterprise') {
    return definitionOf(
      any(field('employees', 'gte', 1000), all(unknown(), field('revenue', 'gte', 100_000_000))),
    );
  }
  if (name === 'SMB') {
    return definitionOf(
      any(field('employees', 'lt', 100), all(unknown(), field('revenue', 'lt', 10_000_000))),
    );
  }
  return definitionOf(
    any(
      field('employees', 'between', [100, 999]),
      all(unknown(), field('revenue', 'gte', 10_000_000), field('revenue', 'lt', 100_000_000)),
    ),
  );
}

function sapRule(low: number, high: number): SegmentDefinition {
  const { all, field, count, where } = ruleWords();
  return definitionOf(
    all(
      field('industry', 'eq', 'Manufacturing'),
      field('country', 'eq', 'US'),
      field('employees', 'between', [low, high]),
      count('technology', where(field('name', 'eq', 'SAP')), 'gte', 1),
    ),
  );
}

function splitRule(subIndustry: string): SegmentDefinition {
  const { all, field } = ruleWords();
  return definitionOf(all(field('industry', 'eq', 'Manufacturing'), field('subIndustry', 'eq', subIndustry)));
}

function tamRule(): SegmentDefinition {
  const { all, field } = ruleWords();
  return definitionOf(
    all(field('status', 'in', ['operating', 'ipo']), field('type', 'notIn', ['competitor', 'partner'])),
  );
}

function saasRule(): SegmentDefinition {
  const { all, field, count, where } = ruleWords();
  return definitionOf(
    all(
      field('industry', 'eq', 'Software'),
      field('subIndustry', 'eq', 'SaaS'),
      field('region', 'eq', 'EMEA'),
      field('employees', 'gte', 1000),
      count('signal', where(field('type', 'eq', 'intent'), field('strength', 'gte', 70)), 'gte', 1, {
        last: 30,
        unit: 'day',
      }),
    ),
  );
}

function healthcareRule(): SegmentDefinition {
  const { all, field, count, where } = ruleWords();
  const known = (persona: string) =>
    count('contact', where(field('persona', 'eq', persona), field('reachable', 'isTrue')), 'gte', 1);
  return definitionOf(
    all(
      field('industry', 'eq', 'Healthcare'),
      known('economic buyer'),
      known('technical evaluator'),
      count('opportunity', where(field('outcome', 'eq', 'open')), 'eq', 0),
      count('activity', where(field('type', 'eq', 'touch')), 'eq', 0, { last: 30, unit: 'day' }),
    ),
  );
}

function strategicRule({ strategicScore }: Limits): SegmentDefinition {
  const { all, field } = ruleWords();
  return definitionOf(
    all(
      field('employees', 'gte', 1000),
      field('score', 'gte', strategicScore),
      field('region', 'in', ['NA', 'EMEA']),
    ),
  );
}

function targetRule({ targetScore }: Limits): SegmentDefinition {
  const { all, any, field } = ruleWords();
  return definitionOf(
    all(
      field('region', 'in', ['NA', 'EMEA']),
      field('score', 'gte', targetScore),
      any(field('employees', 'gte', 100), field('employees', 'empty')),
    ),
  );
}

function movedUpRule(idOf: (key: SegmentKey) => string): SegmentDefinition {
  const { all, segment } = ruleWords();
  const thisQuarter = { period: 'this', unit: 'quarter' } as const;
  return definitionOf(
    all(segment(idOf('midMarket'), 'left', thisQuarter), segment(idOf('enterprise'), 'entered', thisQuarter)),
  );
}

function retailRule(): SegmentDefinition {
  const { all, field, count, where } = ruleWords();
  return definitionOf(
    all(
      field('industry', 'in', ['Retail', 'E-commerce']),
      count('technology', where(field('name', 'in', ['Shopify', 'Magento'])), 'gte', 1),
      count('signal', where(field('type', 'eq', 'pricing_view')), 'gte', 1, { last: 60, unit: 'day' }),
    ),
  );
}

function webinarRule(): SegmentDefinition {
  const { all, count, field, where } = ruleWords();
  return definitionOf(
    all(count('signal', where(field('type', 'eq', 'webinar')), 'gte', 1, { last: 90, unit: 'day' })),
  );
}

/** The demo's segments, parents before children. `idOf` gives public ids, for rules that name segments. */
export function demoSegments(limits: Limits, idOf: (key: SegmentKey) => string): DemoSegment[] {
  const one = (definition: SegmentDefinition, publishedDaysAgo = 372) => [
    { publishedDaysAgo, definition, note: null },
  ];
  const published = (
    key: SegmentKey,
    name: string,
    versions: DemoSegment['versions'],
    rest: Partial<DemoSegment> & { description: string },
  ): DemoSegment => ({
    key,
    name,
    versions,
    status: 'published',
    parent: null,
    owner: 'Dara',
    tier: null,
    retiredDaysAgo: null,
    reviewDueInDays: 40,
    ...rest,
  });
  const { all, field } = ruleWords();
  return [
    published('tam', 'TAM', one(tamRule(), 380), {
      description: 'Everybody who could buy: operating companies that are neither competitors nor partners.',
      reviewDueInDays: 130,
    }),
    published('enterprise', 'Enterprise', one(sizeRule('Enterprise')), {
      description: '1,000 employees and more; by revenue where the number is not known. Field sales.',
    }),
    published('midMarket', 'Mid-Market', one(sizeRule('Mid-Market')), {
      description: '100 to 999 employees; by revenue where the number is not known. Inside sales.',
    }),
    published('smb', 'SMB', one(sizeRule('SMB')), {
      description: 'Fewer than 100 employees; by revenue where the number is not known. Product-led.',
    }),
    published('strategic', 'Strategic accounts', one(strategicRule(limits), 366), {
      owner: 'Lena',
      tier: 1,
      description: 'The enterprises that fit best. Reviewed with every territory plan.',
    }),
    published('targets', 'Target accounts', one(targetRule(limits), 366), {
      owner: 'Lena',
      tier: 3,
      description: 'What the field works: good fit, large enough, in a covered region.',
    }),
    published(
      'sapManufacturing',
      'US manufacturing on SAP',
      [
        { publishedDaysAgo: 370, definition: sapRule(250, 2500), note: null },
        {
          publishedDaysAgo: 96,
          definition: sapRule(500, 2000),
          note: 'Narrowed to the sizes that close: below 500 nobody plans in SAP.',
        },
      ],
      {
        tier: 2,
        description: 'Planners who re-key SAP orders into spreadsheets. Our best evidence.',
        reviewDueInDays: -12,
      },
    ),
    published('saasEmea', 'Enterprise SaaS in EMEA, high intent', one(saasRule(), 300), {
      tier: 2,
      description: 'Large SaaS companies in EMEA with strong research in the last 30 days.',
    }),
    published('healthcare', 'Healthcare with a buying committee', one(healthcareRule(), 240), {
      description:
        'A reachable economic buyer and technical evaluator, no open deal, not touched in 30 days.',
    }),
    published(
      'manufacturing',
      'Manufacturing',
      one(definitionOf(all(field('industry', 'eq', 'Manufacturing'))), 368),
      { description: 'The industry we know best, split below.' },
    ),
    published('automotive', 'Automotive', one(splitRule('Automotive'), 368), {
      parent: 'manufacturing',
      description: 'Suppliers and parts makers.',
    }),
    published('food', 'Food production', one(splitRule('Food production'), 368), {
      parent: 'manufacturing',
      description: 'Short shelf lives, volatile demand.',
    }),
    published('equipment', 'Industrial equipment', one(splitRule('Industrial equipment'), 368), {
      parent: 'manufacturing',
      description: 'Engineered to order, long bills of material.',
    }),
    published('movedUp', 'Moved up to Enterprise this quarter', one(movedUpRule(idOf), 200), {
      owner: 'Lena',
      description: 'Left Mid-Market for Enterprise this quarter: hand over to field sales.',
    }),
    published('retailDraft', 'Retail and e-commerce looking at prices', one(retailRule()), {
      status: 'draft',
      description: 'An idea for the spring campaign.',
    }),
    published('webinarRetired', 'Webinar attendees', one(webinarRule(), 330), {
      status: 'retired',
      retiredDaysAgo: 120,
      description: 'Replaced by the score, which counts webinars too.',
    }),
  ];
}
