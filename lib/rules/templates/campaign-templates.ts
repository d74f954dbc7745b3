import type { DraftRelatedCondition, DraftRule, DraftSegmentCondition } from '../draft.ts';
import { asked, grouped, rows } from '../presets/make-rules.ts';
import type { Making } from './bind-values.ts';
import { askedOrAsk, inIndustry, valuesAbout, valuesClosestTo } from './bind-values.ts';
import type { Template, TemplateContext, TemplateSegment } from './template.ts';

function segment(
  context: TemplateContext,
  name: string,
  description: string,
  rules: (making: Making) => DraftRule[],
): TemplateSegment {
  const making: Making = { ...context, asks: [] };
  const root = grouped(context.newId, 'all', rules(making));
  return { name, description, draft: { version: 1, entity: 'account', root }, asks: making.asks };
}

type Where = NonNullable<DraftRelatedCondition['where']>['rules'];

/** Rows of which some condition is bound to the data, so it may have to be asked. */
function boundRows(making: Making, entity: 'signal' | 'technology', where: Where, days?: number): DraftRule {
  return {
    ...rows(making.newId, 'account', {
      entity,
      ...(days ? { window: { last: days, unit: 'day' as const } } : {}),
    }),
    where: { id: making.newId(), kind: 'group', op: 'all', rules: where },
  };
}

function signalAbout(
  making: Making,
  type: string,
  words: readonly string[],
  days: number,
  question: string,
): DraftRule {
  const topics = valuesClosestTo(making, 'signal.topic', words);
  const where = [asked(making.newId, ['type', 'in', [type]]), askedOrAsk(making, 'topic', topics, question)];
  return boundRows(making, 'signal', where, days);
}

const manufacturing = 'Which industries count as manufacturing? No account has one by that name.';

const usManufacturing: Template = {
  key: 'usManufacturingOnSap',
  name: 'US manufacturers on SAP',
  description:
    'Mid-size manufacturers in the United States that use SAP, hire engineers and research supply chains.',
  kind: 'segment',
  build: (context) => [
    segment(
      context,
      'US manufacturers on SAP',
      'Hiring engineers and researching supply-chain optimisation.',
      (making) => {
        const sap = valuesAbout(making, 'technology.name', ['SAP']);
        const technology = askedOrAsk(
          making,
          'name',
          sap,
          'Which technology? No account is known to use SAP.',
        );
        return [
          inIndustry(making, 'Manufacturing', manufacturing),
          asked(making.newId, ['country', 'in', ['US']]),
          asked(making.newId, ['employees', 'between', [500, 2000]]),
          boundRows(making, 'technology', [technology]),
          signalAbout(making, 'hiring', ['engineer'], 60, 'Which topic of hiring signals means engineers?'),
          signalAbout(
            making,
            'intent',
            ['supply chain optimi', 'supply chain'],
            30,
            'Which topic of intent means supply-chain optimisation?',
          ),
        ];
      },
    ),
  ],
};

const enterpriseSaas: Template = {
  key: 'enterpriseSaasEmea',
  name: 'Enterprise SaaS in EMEA with high intent',
  description:
    'Software-as-a-service companies of 1,000 or more employees in EMEA that show strong intent now.',
  kind: 'segment',
  build: (context) => [
    segment(context, 'Enterprise SaaS in EMEA', 'High intent in the last 30 days.', (making) => [
      inIndustry(making, 'SaaS', 'Which industries count as SaaS? No account has one by that name.'),
      askedOrAsk(
        making,
        'region',
        valuesAbout(making, 'account.region', ['EMEA']),
        'Which region? No account is in EMEA yet.',
      ),
      asked(making.newId, ['employees', 'gte', 1000]),
      rows(making.newId, 'account', {
        entity: 'signal',
        where: [
          ['type', 'in', ['intent']],
          ['strength', 'gte', 70],
        ],
        window: { last: 30, unit: 'day' },
      }),
    ]),
  ],
};

const manufacturingSplit: Template = {
  key: 'manufacturingSplit',
  name: 'Manufacturing in three',
  description:
    'Automotive, food production and industrial equipment as three segments, to compare their reply rates.',
  kind: 'split',
  build: (context) =>
    ['Automotive', 'Food production', 'Industrial equipment'].map((kind) =>
      segment(context, `Manufacturing · ${kind}`, `Compare its reply rate with its siblings.`, (making) => [
        inIndustry(
          making,
          kind,
          `Which industries count as ${kind.toLowerCase()}? No account has one by that name.`,
        ),
      ]),
    ),
};

function reachablePersona(making: Making, persona: string): DraftRule {
  return rows(making.newId, 'account', {
    entity: 'contact',
    where: [
      ['persona', 'in', [persona]],
      ['reachable', 'isTrue'],
    ],
  });
}

const healthcare: Template = {
  key: 'healthcareCommittee',
  name: 'Healthcare with a reachable committee',
  description:
    'An economic buyer and a technical evaluator can be reached, no deal is open, nobody touched it in 30 days.',
  kind: 'segment',
  build: (context) => [
    segment(
      context,
      'Healthcare, committee reachable',
      'Free to be worked: no open deal, not touched in 30 days.',
      (making) => [
        inIndustry(
          making,
          'Healthcare',
          'Which industries count as healthcare? No account has one by that name.',
        ),
        reachablePersona(making, 'economic buyer'),
        reachablePersona(making, 'technical evaluator'),
        rows(making.newId, 'account', {
          entity: 'opportunity',
          where: [['outcome', 'eq', 'open']],
          operator: 'eq',
          value: 0,
        }),
        rows(making.newId, 'account', {
          ...{ entity: 'activity', where: [['type', 'eq', 'touch']], operator: 'eq', value: 0 },
          window: { last: 30, unit: 'day' },
        }),
      ],
    ),
  ],
};

function moveOf(making: Making, name: string, change: 'entered' | 'left'): DraftSegmentCondition {
  const known = [...making.catalog.segments.values()].find(
    (candidate) => candidate.name.toLowerCase() === name.toLowerCase() && candidate.status !== 'draft',
  );
  const condition: DraftSegmentCondition = {
    ...{ id: making.newId(), kind: 'segment', member: true, change },
    ...(known ? { segmentId: known.id } : {}),
    window: { period: 'this', unit: 'quarter' },
  };
  if (!known)
    making.asks.push({
      nodeId: condition.id,
      question: `Which segment is ${name}? None of that name is published.`,
    });
  return condition;
}

const upgraded: Template = {
  key: 'grewIntoEnterprise',
  name: 'Grew from Mid-Market into Enterprise',
  description: 'Accounts that left “Mid-Market” for “Enterprise” this quarter.',
  kind: 'segment',
  build: (context) => [
    segment(
      context,
      'Grew into Enterprise',
      'Left Mid-Market and entered Enterprise this quarter.',
      (making) => [moveOf(making, 'Mid-Market', 'left'), moveOf(making, 'Enterprise', 'entered')],
    ),
  ],
};

export const campaignTemplates: readonly Template[] = [
  usManufacturing,
  enterpriseSaas,
  manufacturingSplit,
  healthcare,
  upgraded,
];
