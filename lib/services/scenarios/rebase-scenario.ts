import { type Connection, store } from '#db/client.ts';
import { accountNames } from '#db/queries/plans/account-names.ts';
import { holderRows, type PlanRow } from '#db/queries/plans/plan-rows.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { planContent } from '#db/queries/scenarios/plan-content.ts';
import { saveRebase, scenarioBase } from '#db/queries/scenarios/scenario-rows.ts';
import { replaceContent } from '#db/queries/scenarios/write-content.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { RebasedScenario } from '#lib/shared/scenario-shapes.ts';
import type { PlanContent } from '#lib/territories/scenarios/content.ts';
import { rebase, type Rebased } from '#lib/territories/scenarios/rebase.ts';
import { requirePlanVersion, requireWholePlan } from '../plans/plan-access.ts';
import { readBase } from './published-base.ts';
import { rebaseSentences } from './rebase-words.ts';
import { requireScenario } from './scenario-access.ts';

/**
 * Brings a scenario up to what is published now (or to the draft, before anything is): what it changed itself stays
 * where it still holds, all else is taken over. Says what was taken, kept, and no longer holds. `isDry` writes nothing.
 */
export async function rebaseScenario(
  ctx: Context,
  id: string,
  readVersion: number | null,
  { isDry = false }: { isDry?: boolean } = {},
): Promise<RebasedScenario> {
  requireWholePlan(ctx, 'plans.edit');
  const { connection } = store();
  const { plan } = requireScenario(connection, id);
  const { onto, content: theirs } = await readBase(ctx, plan.id);
  if (isDry) {
    const { scenario } = requireScenario(connection, id);
    return viewOf(connection, onto, merge(connection, scenario, theirs));
  }
  return write(ctx, (tx) => {
    const { scenario } = requireScenario(tx.connection, id);
    requirePlanVersion(scenario, readVersion);
    const merged = merge(tx.connection, scenario, theirs);
    replaceContent(tx.connection, scenario.id, merged.rebased.content, {
      now: ctx.now,
      userId: ctx.actor.userId,
    });
    saveRebase(tx.connection, scenario.id, JSON.stringify(theirs), ctx.now);
    touchPlan(tx.connection, scenario.id, ctx.now);
    const view = viewOf(tx.connection, onto, merged);
    tx.audit({
      action: 'scenario.rebase',
      entity: 'plan',
      recordId: scenario.id,
      summary: `Re-based the scenario "${scenario.name}" on ${onto === 'published' ? 'what is published' : 'the draft'}.`,
      before: merged.mine,
      after: { taken: view.taken, kept: view.kept, dropped: view.dropped.length },
    });
    tx.changed({ entity: 'plan', recordId: scenario.id, op: 'update' });
    return view;
  });
}

type Merged = { mine: PlanContent; theirs: PlanContent; rebased: Rebased };

function merge(connection: Connection, scenario: PlanRow, theirs: PlanContent): Merged {
  const mine = planContent(connection, scenario.id);
  const text = scenarioBase(connection, scenario.id);
  const base = text === null ? theirs : (JSON.parse(text) as PlanContent);
  const mentioned = [base, mine, theirs].flatMap(({ places, holders: held }) =>
    [...places, ...held].map(({ accountId }) => accountId),
  );
  const accounts = new Set(
    connection
      .prepare<[string], number>(
        'SELECT id FROM accounts WHERE id IN (SELECT value FROM json_each(?)) AND archived_at IS NULL',
      )
      .pluck()
      .all(JSON.stringify(mentioned)),
  );
  const reps = new Set(
    holderRows(connection)
      .filter((holder) => holder.isActive === 1)
      .map((holder) => holder.id),
  );
  return {
    mine,
    theirs,
    rebased: rebase(base, mine, theirs, {
      hasAccount: (accountId) => accounts.has(accountId),
      hasRep: (repId) => reps.has(repId),
    }),
  };
}

function viewOf(
  connection: Connection,
  onto: RebasedScenario['onto'],
  { mine, theirs, rebased }: Merged,
): RebasedScenario {
  const names = new Map(
    [...theirs.territories, ...mine.territories, ...rebased.content.territories].map(({ key, name }) => [
      key,
      name,
    ]),
  );
  const named = (keys: readonly number[]) => keys.map((key) => names.get(key) ?? '');
  const accountIds = rebased.notes.flatMap((note) =>
    'accountId' in note && note.accountId !== null ? [note.accountId] : [],
  );
  const sentences = rebaseSentences(rebased.notes, {
    territories: names,
    accounts: accountNames(connection, accountIds),
    reps: repNames(connection),
  });
  return {
    onto,
    taken: {
      territoriesAdded: named(rebased.taken.added),
      territoriesChanged: named(rebased.taken.changed),
      territoriesRemoved: named(rebased.taken.removed),
      accounts: rebased.taken.accounts,
    },
    kept: rebased.kept,
    ...sentences,
  };
}

/** Also of those who left: a sentence about them needs their name. */
function repNames(connection: Connection): Map<number, string> {
  return new Map(connection.prepare<[], [number, string]>('SELECT id, name FROM reps').raw().all());
}
