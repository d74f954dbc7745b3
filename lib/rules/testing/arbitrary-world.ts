import fc from 'fast-check';
import { foldText } from '#lib/shared/text.ts';
import type { FactValue, FactValues, Interval } from '../record-facts.ts';
import type { World, WorldAccount, WorldContact, WorldRow } from './world.ts';
import { now } from './workspace.ts';

const DAY_MS = 86_400_000;
const today = Math.floor(now / DAY_MS);

/** Few and odd values, so that random rules hit, miss and tie. Shared with the rule generator. */
export const oddTexts = [
  'Acme',
  ' acme ',
  'ACME  Inc',
  'Straße',
  'STRASSE',
  'Müller',
  'Mu\u0308ller',
  'ΣΊΣΥΦΟΣ',
  'σίσυφος',
  '100%',
  'a_b',
  'a*b',
  `o'x "q"`,
  '😀 x',
  'ﬁn',
  '0',
  '-',
];
const blanks = ['', '   ', '\u00a0'];
export const oddNumbers = [-5, -0.25, 0, 0.25, 1, 2, 2.5, 499.75, 500, 2000, 1e15];
export const oddDays = [-400, -31, -30, -1, 0, 1, 30, 365].map((offset) => today + offset);
export const oddInstants = [-400 * DAY_MS, -30 * DAY_MS, -DAY_MS, -61_000, -1, 0, 1, DAY_MS].map(
  (offset) => now + offset,
);
export const stages = [
  { stage: 'Demo', outcome: 'open' },
  { stage: 'Propoſal', outcome: 'open' },
  { stage: 'Won', outcome: 'won' },
  { stage: 'Lost', outcome: 'lost' },
] as const;
export const repIds = ['rep_1', 'rep_2', 'poo_3'];
export const segmentIds = ['seg_1', 'seg_2'];

const text = fc.constantFrom(...oddTexts, ...blanks);
/** Categories that fold to nothing are never stored. */
const category = fc.constantFrom(...oddTexts.filter((value) => foldText(value) !== ''));
const number = fc.constantFrom(...oddNumbers);
const day = fc.constantFrom(...oddDays);
const instant = fc.constantFrom(...oddInstants);
const tags = fc.array(category, { maxLength: 3 });
const rep = fc.constantFrom(...repIds);

type Shape = Record<string, fc.Arbitrary<Exclude<FactValue, undefined>>>;

/** Any of these keys, each missing half of the time. */
function valuesOf(shape: Shape, always: Shape = {}): fc.Arbitrary<FactValues> {
  const optional = Object.fromEntries(
    Object.entries(shape).map(([key, value]) => [key, fc.option(value, { nil: null, freq: 2 })]),
  );
  return fc.record({ ...optional, ...always });
}

const intervals: fc.Arbitrary<Interval> = fc
  .record({ from: instant, length: fc.option(fc.constantFrom(1, DAY_MS, 90 * DAY_MS), { nil: null }) })
  .map(({ from, length }) => ({ from, to: length === null ? null : from + length }));

const heldBy = fc.array(
  fc.tuple(intervals, rep).map(([interval, id]) => ({ ...interval, id })),
  { maxLength: 2 },
);
const memberships = fc.dictionary(fc.constantFrom(...segmentIds), fc.array(intervals, { maxLength: 2 }), {
  maxKeys: 2,
});

const account = fc.record({
  family: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  values: valuesOf({
    name: text,
    description: text,
    industry: category,
    country: category,
    employees: number,
    revenue: number,
    doNotContact: fc.boolean(),
    renewalOn: day,
    needs: tags,
    externalId: fc.constantFrom('a', 'A', 'b%'),
    parent: fc.constantFrom('acc_1', 'acc_2'),
    crmOwner: rep,
    score: number,
    'custom.plants': number,
    'custom.motto': text,
    'custom.grade': category,
    'custom.badges': tags,
    'custom.audited': fc.boolean(),
    'custom.visitedOn': day,
    'custom.seenAt': instant,
  }),
  references: fc.record({ owner: heldBy, sdr: heldBy }),
  memberships,
});

const contact = fc.record({
  values: valuesOf(
    {
      name: text,
      jobTitle: text,
      seniority: category,
      persona: category,
      optedOut: fc.boolean(),
      owner: rep,
      'custom.shirt': category,
    },
    { reachable: fc.boolean(), createdAt: instant },
  ),
});

const technology = fc.record({
  entity: fc.constant('technology' as const),
  values: valuesOf({ category, firstSeenAt: instant, lastSeenAt: instant }, { name: category }),
});

const signal = fc.record({
  entity: fc.constant('signal' as const),
  values: valuesOf({ topic: category, strength: number, url: text, occurredAt: instant }, { type: category }),
});

const activity = fc.record({
  entity: fc.constant('activity' as const),
  values: valuesOf(
    { channel: category, owner: rep, occurredAt: instant, scheduledAt: instant },
    { type: category },
  ),
});

const opportunity = fc
  .record({
    current: fc.constantFrom(...stages),
    values: valuesOf({
      name: text,
      amount: number,
      createdOn: day,
      closedOn: day,
      expectedCloseOn: day,
      owner: rep,
      'custom.discount': number,
      'custom.signedOn': day,
      'custom.themes': tags,
    }),
    stageChanges: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...stages), instant).map(([stage, changedAt]) => ({ ...stage, changedAt })),
      { maxLength: 3, selector: (change) => change.changedAt },
    ),
  })
  .map(({ current, values, stageChanges }) => ({
    entity: 'opportunity' as const,
    values: { ...values, ...current },
    stageChanges,
  }));

function place(of: number, count: number): number | null {
  return count === 0 || of === 0 ? null : ((of - 1) % count) + 1;
}

/** One technology name an account, as the store demands. */
function withoutRepeats(rows: WorldRow[]): WorldRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    if (row.entity !== 'technology') return true;
    const key = `${row.account} ${foldText(String(row.values.name))}`;
    if (row.account === null || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Small markets with missing and odd values, families, leads, intervals and deal histories. */
export const arbitraryWorld: fc.Arbitrary<World> = fc
  .record({
    accounts: fc.array(account, { minLength: 1, maxLength: 6 }),
    contacts: fc.array(fc.tuple(contact, fc.nat(7)), { maxLength: 5 }),
    rows: fc.array(fc.tuple(fc.oneof(technology, signal, activity, opportunity), fc.nat(7), fc.nat(5)), {
      maxLength: 14,
    }),
  })
  .map(({ accounts, contacts, rows }) => ({
    accounts: accounts.map(
      ({ family, ...rest }, index): WorldAccount => ({
        id: index + 1,
        ...rest,
        ...(family !== undefined && family <= accounts.length ? { family } : {}),
      }),
    ),
    contacts: contacts.map(
      ([own, of], index): WorldContact => ({ id: index + 1, account: place(of, accounts.length), ...own }),
    ),
    rows: withoutRepeats(
      rows.map(([row, of, about]): WorldRow => {
        const contactId = place(about, contacts.length);
        return {
          ...row,
          account: place(of, accounts.length),
          contacts: contactId === null ? [] : [contactId],
        };
      }),
    ),
  }));
