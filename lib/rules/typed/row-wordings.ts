import type { RelatedEntity, RelatedScope } from '../ast.ts';
import { signalTypes } from '../fields/vocabulary.ts';
import type { Asked } from '../presets/make-rules.ts';

/** Words that name a kind of row, longest first; `tail` is the field that what follows is a value of. */
export type RowWording = {
  words: readonly string[];
  rows: { entity: RelatedEntity; where: readonly Asked[]; of?: RelatedScope; dateField?: string };
  tail?: string;
  detail: string;
  /** The window when none is typed. */
  days?: number;
};

const signalWords: Readonly<Record<(typeof signalTypes)[number], readonly string[]>> = {
  website_visit: [
    'website visits',
    'website visit',
    'visited website',
    'visited the website',
    'web visits',
    'site visits',
  ],
  content_download: [
    'content downloads',
    'content download',
    'downloaded content',
    'downloads',
    'downloaded',
  ],
  webinar: ['attended a webinar', 'attended webinar', 'webinars', 'webinar'],
  event: ['attended an event', 'attended event', 'events', 'event'],
  demo_request: ['requested a demo', 'requested demo', 'demo requests', 'demo request', 'demo'],
  pricing_view: [
    'visited the pricing page',
    'opened the pricing page',
    'opened pricing page',
    'viewed the pricing page',
    'viewed pricing page',
    'visited pricing page',
    'visited pricing',
    'pricing page views',
    'pricing page',
    'pricing views',
    'pricing view',
    'pricing',
  ],
  trial_signup: [
    'trial signups',
    'trial signup',
    'trial sign-ups',
    'started a trial',
    'started trial',
    'trial',
  ],
  product_usage: ['product usage', 'uses our product', 'uses product', 'active usage'],
  email_engagement: ['email engagement', 'engaged with email', 'opened email'],
  intent: ['intent signals', 'intent signal', 'showing intent', 'intent', 'researching', 'researched'],
  funding_round: ['funding rounds', 'funding round', 'raised funding', 'funding', 'raised'],
  leadership_change: ['leadership changes', 'leadership change', 'new leadership', 'new executive'],
  hiring: ['hiring signals', 'hiring', 'hires', 'recruiting'],
  technology_change: ['technology changes', 'technology change', 'technology migration', 'migration'],
  expansion: ['expansion', 'expanding'],
  acquisition: ['acquisitions', 'acquisition', 'acquired'],
  competitor_mention: [
    'competitor mentions',
    'competitor mention',
    'competitor research',
    'mentioned competitor',
  ],
};

const signals: RowWording[] = signalTypes.map((type) => ({
  words: signalWords[type],
  rows: { entity: 'signal', where: [['type', 'in', [type]]] },
  tail: 'topic',
  detail: 'Signal',
}));

function activity(type: string, words: readonly string[]): RowWording {
  return {
    words,
    rows: { entity: 'activity', where: [['type', 'eq', type]] },
    tail: 'channel',
    detail: 'Activity',
  };
}

function deals(outcome: string, words: readonly string[], of?: RelatedScope): RowWording {
  const dateField = outcome === 'open' ? 'createdOn' : 'closedOn';
  const rows = { entity: 'opportunity' as const, where: [['outcome', 'eq', outcome] as const], dateField };
  return { words, rows: of ? { ...rows, of } : rows, detail: of ? 'Deals of the family' : 'Deals' };
}

function people(where: readonly Asked[], words: readonly string[], tail = 'jobFunction'): RowWording {
  return { words, rows: { entity: 'contact', where }, tail, detail: 'Contacts' };
}

const reachable: Asked = ['reachable', 'isTrue'];

const personas = ['economic buyer', 'champion', 'technical evaluator', 'influencer', 'end user'].flatMap(
  (persona) => [
    people([['persona', 'in', [persona]], reachable], [`reachable ${persona}s`, `reachable ${persona}`]),
    people([['persona', 'in', [persona]]], [`${persona}s`, persona]),
  ],
);

const levels = (
  [
    ['vp', 'vp'],
    ['c_level', 'c-level'],
    ['director', 'director'],
    ['manager', 'manager'],
  ] as const
).flatMap(([seniority, word]) => [
  people([['seniority', 'in', [seniority]], reachable], [`reachable ${word}s`, `reachable ${word}`]),
  people([['seniority', 'in', [seniority]]], [`${word}s`, word]),
]);

export const rowWordings: readonly RowWording[] = [
  ...signals,
  { words: ['signals', 'signal'], rows: { entity: 'signal', where: [] }, tail: 'topic', detail: 'Signal' },
  {
    words: ['high intent', 'hot intent', 'strong intent'],
    rows: {
      entity: 'signal',
      where: [
        ['type', 'in', ['intent']],
        ['strength', 'gte', 70],
      ],
    },
    tail: 'topic',
    detail: 'Signal',
    days: 30,
  },
  {
    words: ['activities', 'activity', 'any activity'],
    rows: { entity: 'activity', where: [] },
    tail: 'channel',
    detail: 'Activity',
  },
  activity('touch', ['touched', 'touches', 'touch', 'contacted', 'worked']),
  activity('reply', ['replied', 'replies', 'reply']),
  activity('meeting', ['had a meeting', 'meetings', 'meeting', 'met']),
  deals('open', ['open deals', 'open deal', 'open opportunities', 'open opportunity', 'open pipeline']),
  deals(
    'open',
    [
      'open deals in family',
      'open deal in family',
      'open deal anywhere in the family',
      'open deals anywhere in the family',
    ],
    'family',
  ),
  deals('won', ['won deals', 'won deal', 'won opportunities', 'closed won', 'won']),
  deals('lost', ['lost deals', 'lost deal', 'lost opportunities', 'closed lost', 'lost']),
  {
    words: ['deals', 'deal', 'opportunities', 'opportunity'],
    rows: { entity: 'opportunity', where: [] },
    detail: 'Deals',
  },
  ...personas,
  ...levels,
  people([reachable], ['reachable contacts', 'reachable contact', 'reachable']),
  people([], ['contacts', 'contact']),
];
