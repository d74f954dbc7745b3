export type Rule = Record<string, unknown>;

/** Rules written down without ids, and the segments of the field guide. */

export const one = (field: string, operator: string, value?: unknown): Rule => ({
  kind: 'field',
  field,
  operator,
  ...(value === undefined ? {} : { value }),
});

export const rows = (entity: string, where: Rule[], more: Rule = {}): Rule => ({
  kind: 'related',
  entity,
  where: { kind: 'group', op: 'all', rules: where },
  measure: { fn: 'count' },
  operator: 'gte',
  value: 1,
  ...more,
});
const lastDays = (last: number) => ({ window: { last, unit: 'day' } });

/** Ids for a rule that is written without them. */
export function withIds(rule: Rule, path = 'n'): Rule {
  const rules = (rule.rules as Rule[] | undefined)?.map((inner, at) => withIds(inner, `${path}${at}.`));
  const where = rule.where ? withIds(rule.where as Rule, `${path}w.`) : rule.where;
  return { ...rule, id: path, ...(rules ? { rules } : {}), ...(where === undefined ? {} : { where }) };
}

export type Built = { name: string; typed: string[]; rules: (segments: Map<string, string>) => Rule[] };

/** The segments of the field guide, as a person would type them and as the rule has to be. */
export const guideSegments: Built[] = [
  {
    name: 'US makers on SAP that hire engineers',
    typed: [
      'industry is manufacturing',
      'country us',
      'uses sap',
      'employees 500-2000',
      'hiring engineers in 90 days',
      'intent on supply-chain optimisation in 90 days',
    ],
    rules: () => [
      one('industry', 'in', ['Manufacturing']),
      one('country', 'in', ['US']),
      rows('technology', [one('name', 'in', ['SAP'])]),
      one('employees', 'between', [500, 2000]),
      rows('signal', [one('type', 'in', ['hiring']), one('topic', 'in', ['engineering'])], lastDays(90)),
      rows(
        'signal',
        [one('type', 'in', ['intent']), one('topic', 'in', ['supply chain optimisation'])],
        lastDays(90),
      ),
    ],
  },
  {
    name: 'Enterprise SaaS in EMEA with high intent',
    typed: ['in Enterprise', 'industry is SaaS', 'region is EMEA', 'high intent'],
    rules: (ids) => [
      { kind: 'segment', segmentId: ids.get('Enterprise'), member: true },
      one('industry', 'in', ['Software']),
      one('region', 'in', ['EMEA']),
      rows('signal', [one('type', 'in', ['intent']), one('strength', 'gte', 70)], lastDays(30)),
    ],
  },
  ...(['Automotive', 'Food production', 'Industrial equipment'] as const).map(
    (part): Built => ({
      name: `Manufacturing, ${part}`,
      typed: ['industry is manufacturing', `sub-industry is ${part.toLowerCase()}`],
      rules: () => [one('industry', 'in', ['Manufacturing']), one('subIndustry', 'in', [part])],
    }),
  ),
  {
    name: 'Healthcare, both buyers reachable, untouched',
    typed: [
      'industry is healthcare',
      'reachable economic buyer',
      'reachable technical evaluator',
      'no open opportunity',
      'not touched in 30 days',
    ],
    rules: () => [
      one('industry', 'in', ['Healthcare']),
      rows('contact', [one('persona', 'in', ['economic buyer']), one('reachable', 'isTrue')]),
      rows('contact', [one('persona', 'in', ['technical evaluator']), one('reachable', 'isTrue')]),
      rows('opportunity', [one('outcome', 'in', ['open'])], { operator: 'eq', value: 0 }),
      rows('activity', [one('type', 'in', ['touch'])], { operator: 'eq', value: 0, ...lastDays(30) }),
    ],
  },
  {
    name: 'Left Mid-Market for Enterprise this quarter',
    typed: ['left Mid-Market this quarter', 'entered Enterprise this quarter'],
    rules: (ids) =>
      (['left', 'entered'] as const).map((change) => ({
        kind: 'segment',
        segmentId: ids.get(change === 'left' ? 'Mid-Market' : 'Enterprise'),
        member: true,
        change,
        window: { period: 'this', unit: 'quarter' },
      })),
  },
];
