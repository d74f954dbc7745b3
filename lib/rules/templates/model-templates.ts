import type { DraftRule } from '../draft.ts';
import type { Asked, NewId } from '../presets/make-rules.ts';
import { asked, grouped, rows } from '../presets/make-rules.ts';
import { behaviouralSignals } from '../fields/vocabulary.ts';
import type { Template, TemplateSegment } from './template.ts';

/** Employees both included; revenue from included to excluded. Open where left out. */
type Size = { employees: readonly [number, number?]; revenue: readonly [number, number?] };

/**
 * A size class: by employees, and by revenue only where employees are not known. So the classes of one model never
 * overlap, and an account of which either is known is in exactly one.
 */
function ofSize(newId: NewId, { employees, revenue }: Size): DraftRule {
  const [fewest, most] = employees;
  const [least, below] = revenue;
  const byEmployees: Asked =
    most === undefined ? ['employees', 'gte', fewest] : ['employees', 'between', [fewest, most]];
  const byRevenue: Asked[] = [
    ['employees', 'empty'],
    ['revenue', 'gte', least],
    ...(below === undefined ? [] : [['revenue', 'lt', below] as const]),
  ];
  return grouped(newId, 'any', [
    asked(newId, byEmployees),
    grouped(
      newId,
      'all',
      byRevenue.map((one) => asked(newId, one)),
    ),
  ]);
}

function segment(newId: NewId, name: string, description: string, rules: DraftRule[]): TemplateSegment {
  return {
    name,
    description,
    draft: { version: 1, entity: 'account', root: grouped(newId, 'all', rules) },
    asks: [],
  };
}

const classes: readonly { name: string; motion: string; size: Size }[] = [
  {
    name: 'Enterprise',
    motion: 'Field sales by enterprise AEs, 20 accounts a rep.',
    size: { employees: [1_000], revenue: [1e8] },
  },
  {
    name: 'Mid-Market',
    motion: 'Inside sales by mid-market AEs, 50 accounts a rep.',
    size: { employees: [100, 999], revenue: [1e7, 1e8] },
  },
  {
    name: 'SMB',
    motion: 'Product-led, worked by a pool of SDRs and AEs.',
    size: { employees: [1, 99], revenue: [0, 1e7] },
  },
];

const sizeModel: Template = {
  key: 'sizeModel',
  name: 'Enterprise, Mid-Market, SMB',
  description:
    'Three classes by employees (by revenue where employees are not known), each account in exactly one.',
  kind: 'model',
  build: ({ newId }) =>
    classes.map(({ name, motion, size }) => segment(newId, name, motion, [ofSize(newId, size)])),
};

type Behaviour = { types: readonly string[]; value?: number; days?: number };

function shows(newId: NewId, { types, value = 1, days = 90 }: Behaviour): DraftRule {
  return rows(newId, 'account', {
    entity: 'signal',
    where: [['type', 'in', [...types]]],
    window: { last: days, unit: 'day' },
    value,
  });
}

type Priority = { name: string; touches: string; size: Size; growth?: number; any: readonly Behaviour[] };

const priorities: readonly Priority[] = [
  {
    name: 'P0 · Strategic Enterprise',
    touches: '8–12',
    size: { employees: [5_000], revenue: [5e8] },
    any: [{ types: ['product_usage'] }, { types: ['competitor_mention'] }],
  },
  {
    name: 'P1 · Growth Enterprise',
    touches: '6–8',
    size: { employees: [1_000, 4_999], revenue: [1e8, 5e8] },
    any: [{ types: ['website_visit', 'content_download'] }],
  },
  {
    name: 'P2 · Established Mid-Market',
    touches: '4–6',
    size: { employees: [500, 999], revenue: [5e7, 1e8] },
    any: [{ types: ['demo_request', 'pricing_view'] }],
  },
  {
    name: 'P3 · Emerging Mid-Market',
    touches: '3–4',
    size: { employees: [100, 499], revenue: [1e7, 5e7] },
    any: [{ types: ['email_engagement', 'webinar'] }],
  },
  {
    name: 'P4 · SMB Growth',
    touches: '2–3',
    size: { employees: [50, 99], revenue: [5e6, 1e7] },
    growth: 0.2,
    any: [{ types: ['trial_signup'] }, { types: ['website_visit'], value: 2 }],
  },
  {
    name: 'P5 · SMB Standard',
    touches: '1–2',
    size: { employees: [1, 49], revenue: [0, 5e6] },
    any: [{ types: behaviouralSignals }],
  },
];

function prioritySegment(newId: NewId, { name, touches, size, growth, any }: Priority): TemplateSegment {
  const behaviours = any.map((behaviour) => shows(newId, behaviour));
  const [only] = behaviours;
  const behaviour = only && behaviours.length === 1 ? only : grouped(newId, 'any', behaviours);
  const growing = growth === undefined ? [] : [asked(newId, ['growthRate', 'gte', growth])];
  return segment(newId, name, `${touches} touches a month.`, [ofSize(newId, size), ...growing, behaviour]);
}

const priorityModel: Template = {
  key: 'priorityModel',
  name: 'Priorities P0 to P5',
  description:
    'Six priorities by size and by what the account did in the last 90 days, with touches a month for each.',
  kind: 'model',
  build: ({ newId }) => priorities.map((priority) => prioritySegment(newId, priority)),
};

export const modelTemplates: readonly Template[] = [sizeModel, priorityModel];
