import type { Preset } from './preset.ts';
import type { Asked } from './make-rules.ts';
import { rows } from './make-rules.ts';

/** At least one signal of a type in the last so many days. */
function signal(
  key: string,
  label: string,
  type: string,
  keywords: readonly string[],
  options: { days?: number; where?: readonly Asked[]; value?: number } = {},
): Preset {
  const { days = 30, where = [], value = 1 } = options;
  return {
    key,
    label,
    group: 'behavioural',
    keywords: ['signal', ...keywords],
    build: (newId, root) =>
      rows(newId, root, {
        entity: 'signal',
        where: [['type', 'in', [type]], ...where],
        window: { last: days, unit: 'day' },
        value,
      }),
  };
}

export const behaviourPresets: readonly Preset[] = [
  signal(
    'showsIntent',
    'Shows intent on…',
    'intent',
    ['research', 'topic', 'surge', 'third-party', 'interest'],
    {
      where: [['topic', 'in']],
    },
  ),
  signal('showsHighIntent', 'Shows high intent', 'intent', ['hot', 'surge', 'strong', 'strength'], {
    where: [['strength', 'gte', 70]],
  }),
  signal('isHiring', 'Is hiring…', 'hiring', ['jobs', 'recruiting', 'open roles', 'trigger'], {
    days: 60,
    where: [['topic', 'in']],
  }),
  signal('visitedPricing', 'Visited the pricing page', 'pricing_view', [
    'price',
    'web',
    'visited pricing page',
  ]),
  signal('requestedDemo', 'Requested a demo', 'demo_request', ['hand raise', 'inbound'], { days: 90 }),
  signal('visitedWebsite', 'Visited the website', 'website_visit', ['web', 'traffic', 'page']),
  signal('visitedWebsiteOften', 'Visited the website again and again', 'website_visit', ['repeated', 'web'], {
    value: 3,
  }),
  signal('downloadedContent', 'Downloaded content', 'content_download', ['whitepaper', 'ebook', 'guide'], {
    days: 90,
  }),
  signal('attendedWebinar', 'Attended a webinar', 'webinar', ['event', 'attendance'], { days: 90 }),
  signal('engagedWithEmail', 'Engaged with email', 'email_engagement', ['opened', 'clicked', 'newsletter']),
  signal('startedTrial', 'Started a trial', 'trial_signup', ['free trial', 'sign-up', 'signup'], {
    days: 90,
  }),
  signal('usesProduct', 'Uses our product', 'product_usage', ['active', 'usage', 'plg', 'users']),
  signal(
    'raisedFunding',
    'Raised funding in the last 6 months',
    'funding_round',
    ['investment', 'series', 'round', 'trigger'],
    { days: 180 },
  ),
  signal(
    'changedLeadership',
    'Changed leadership',
    'leadership_change',
    ['new ceo', 'new hire', 'executive', 'trigger'],
    { days: 90 },
  ),
  signal('isExpanding', 'Is expanding', 'expansion', ['new office', 'growth', 'opening', 'trigger'], {
    days: 90,
  }),
  signal(
    'changedTechnology',
    'Changed technology',
    'technology_change',
    ['migration', 'replaced', 'trigger'],
    { days: 90 },
  ),
  signal('madeAcquisition', 'Acquired or was acquired', 'acquisition', ['merger', 'm&a', 'trigger'], {
    days: 180,
  }),
  signal('mentionedCompetitor', 'Mentioned a competitor', 'competitor_mention', [
    'competitor research',
    'rival',
    'trigger',
  ]),
];
