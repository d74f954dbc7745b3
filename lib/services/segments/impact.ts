import { store } from '#db/client.ts';
import { hydrateAccounts } from '#db/queries/accounts/hydrate-accounts.ts';
import { hydrateContacts } from '#db/queries/contacts/hydrate-contacts.ts';
import { countPins } from '#db/queries/segments/pin-rows.ts';
import type { ImpactFacts } from '#db/queries/segments/impact.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import { countsOnly } from '#lib/evaluator/contract.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { digest } from '#lib/rules/digest.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Impact } from '#lib/shared/segment-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { byName, draftDifference } from './draft-difference.ts';
import { describeContext, describeRule, ruleChanges } from './rule-words.ts';
import { publishedRule, requireSegment } from './segment-view.ts';
import { findUses } from './where-used.ts';

const SAMPLE = 50;
const noFacts: ImpactFacts = { byTier: [], byOwner: [], openDeals: 0, openAmount: null, openKnown: 0 };

type Side = 'entering' | 'leaving';
type Counted = Impact['tiers'][number];

/** Both sides' counts by the same thing, side by side. */
function sideBySide(
  entering: { id: string | null; label: string; count: number }[],
  leaving: { id: string | null; label: string; count: number }[],
): Counted[] {
  const rows = new Map<string | null, Counted>();
  for (const [side, counts] of [
    ['entering', entering],
    ['leaving', leaving],
  ] as const) {
    for (const { id, label, count } of counts) {
      const row = rows.get(id) ?? { id, label, entering: 0, leaving: 0 };
      rows.set(id, { ...row, [side]: count });
    }
  }
  return [...rows.values()];
}

const tiersOf = (facts: ImpactFacts) =>
  facts.byTier.map(({ id, label, count }) => ({
    id: id === null ? null : toPublicId('tier', id),
    label: label ?? 'No tier',
    count,
  }));

const ownersOf = (facts: ImpactFacts) =>
  facts.byOwner.map(({ id, kind, label, count }) => ({
    id: id === null ? null : toPublicId(kind ?? 'rep', id),
    label: label ?? 'No owner',
    count,
  }));

const pipelineOf = ({ openDeals, openAmount, openKnown }: ImpactFacts) => ({
  deals: openDeals,
  amount: openAmount,
  known: openKnown,
});

/**
 * What publishing the draft would change, without writing: the change in words, who comes and who goes with their
 * tiers, owners and open pipeline. Throws as `publishSegment` does where the draft cannot be published.
 */
export async function publishImpact(ctx: Context, id: string): Promise<Impact> {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  const row = requireSegment(connection, id);
  const difference = await draftDifference(ctx, row);
  const { question, before, after, entering, leaving } = difference;
  const { definition } = question;
  const previous = publishedRule(row);
  const preview = await evaluator().preview(countsOnly(question));
  const words = describeContext(connection);
  const isAccounts = row.entity === 'account';
  const sets = isAccounts ? [entering, leaving, Array.from(after)] : [[], [], []];
  const [coming = noFacts, going = noFacts, all = noFacts] = await heavyRead('impactOfSets', sets);
  const samples = {
    entering: await byName(row, difference, entering, SAMPLE),
    leaving: await byName(row, difference, leaving, SAMPLE),
  };
  const accounts = (side: Side) => (isAccounts ? hydrateAccounts(connection, samples[side], ctx.now) : []);
  const contacts = (side: Side) => (isAccounts ? [] : hydrateContacts(connection, samples[side]));
  return {
    number: (row.versionNumber ?? 0) + 1,
    sentence: describeRule(definition, words),
    previousSentence: previous && describeRule(previous, words),
    changes: previous ? ruleChanges(previous, definition, words) : [],
    before: before.length,
    after: after.length,
    entering: entering.length,
    leaving: leaving.length,
    staying: after.length - entering.length,
    reachableContacts: preview.reachableContacts,
    tiers: sideBySide(tiersOf(coming), tiersOf(going)),
    owners: sideBySide(ownersOf(coming), ownersOf(going)),
    pipeline: { entering: pipelineOf(coming), leaving: pipelineOf(going), after: pipelineOf(all) },
    samples: { entering: accounts('entering'), leaving: accounts('leaving') },
    contactSamples: { entering: contacts('entering'), leaving: contacts('leaving') },
    usedBy: findUses(connection, id),
    pins: countPins(connection, {
      segmentId: row.id,
      entity: row.entity,
      scope: question.scope,
      at: ctx.now,
    }),
    isUnchanged: previous !== null && row.digest === digest(definition) && row.status === 'published',
    version: row.version,
    asOf: ctx.now,
  };
}
