import { type Connection, store } from '#db/client.ts';
import { type NamedAccount, accountNames } from '#db/queries/plans/account-names.ts';
import { movesOfVersion, planVersionRows } from '#db/queries/plans/place-history.ts';
import { holderRows, territoryRows } from '#db/queries/plans/plan-rows.ts';
import { sentenceOf } from '#db/queries/plans/write-publish.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import type { Move } from '#lib/territories/moves.ts';
import type { TableFile } from '#lib/shared/table-file/table-file.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan } from './plan-access.ts';
import { ruleMembers } from './rule-members.ts';

const moveColumns = [
  'account_id',
  'account_crm_id',
  'account',
  'slot',
  'old_owner_id',
  'old_owner_crm_id',
  'old_owner',
  'new_owner_id',
  'new_owner_crm_id',
  'new_owner',
  'old_territory',
  'new_territory',
  'reason',
] as const;

type Cells = (string | null)[];

/** Moves as a file. */
export function movesFile(name: string, rows: Cells[]): TableFile {
  return { name, columns: moveColumns.map((header) => ({ header })), rows };
}

/** The moves that publishing the draft would make, one row per account and slot, for the CRM. */
export async function draftMoves(ctx: Context, planId: string): Promise<Cells[]> {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const { members, today } = await ruleMembers(ctx, plan.id);
  const moves = await heavyRead('planMoves', { planId: plan.id, members, today, scope: scopeOf(ctx.actor) });
  return moveCells(connection, plan.id, moves);
}

/** Moves that are not written yet, as rows. */
function moveCells(connection: Connection, planId: number, moves: readonly Move[]): Cells[] {
  const names = accountNames(
    connection,
    moves.map((move) => move.accountId),
  );
  const territories = new Map(territoryRows(connection, planId).map((row) => [row.id, row.name]));
  const holder = holderCells();
  return moves.flatMap((move) => {
    const places = [
      territories.get(move.fromTerritoryId ?? 0) ?? null,
      territories.get(move.toTerritoryId ?? 0) ?? null,
    ];
    if (move.slots.length === 0) {
      return [
        [
          ...accountCells(names, move.accountId),
          null,
          ...holder(null),
          ...holder(null),
          ...places,
          move.placeReason ?? placed[move.step] ?? null,
        ],
      ];
    }
    return move.slots.map(({ slot, fromRepId, toRepId, reason, words }) => [
      ...accountCells(names, move.accountId),
      slotLabels[slot],
      ...holder(fromRepId),
      ...holder(toRepId),
      ...places,
      reasons(move.placeReason, sentenceOf(reason, words) ?? ended(slot, toRepId)),
    ]);
  });
}

/** The moves that one published version made; for one that waits, those it would make now. Throws `not_found`. */
export async function publishedMoves(ctx: Context, planId: string, number: number): Promise<Cells[]> {
  requireCan(ctx.actor, 'plans.review');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const version = planVersionRows(connection, plan.id).find((row) => row.number === number);
  if (!version) throw appError('not_found', `"${plan.name}" has no version ${number}.`);
  const scope = scopeOf(ctx.actor);
  const isSeen = (repIds: (number | null)[]) =>
    scope.all || repIds.some((repId) => repId !== null && scope.repIds.includes(repId));
  if (version.tookEffectAt === null) {
    if (version.withdrawnAt !== null) return [];
    const waiting = await heavyRead('frozenMoves', { versionId: version.id });
    const seen = waiting.moves.filter(({ slots }) =>
      isSeen(slots.flatMap(({ fromRepId, toRepId }) => [fromRepId, toRepId])),
    );
    return moveCells(connection, plan.id, seen);
  }
  const moves = movesOfVersion(connection, version.id).filter((move) =>
    isSeen([move.fromRepId, move.toRepId]),
  );
  const names = accountNames(
    connection,
    moves.map((move) => move.accountId),
  );
  const holder = holderCells();
  return moves.map((move) => [
    ...accountCells(names, move.accountId),
    move.slot && slotLabels[move.slot],
    ...holder(move.fromRepId),
    ...holder(move.toRepId),
    move.fromTerritory,
    move.toTerritory,
    move.slot === null
      ? (move.placeReason ?? placed[move.step ?? 'unassigned'] ?? null)
      : reasons(move.placeReason, move.holderReason ?? ended(move.slot, move.toRepId)),
  ]);
}

/** Why somebody no longer holds an account, where nobody follows. */
function ended(slot: string | null, toRepId: number | null): string | null {
  return slot !== null && toRepId === null ? 'Nobody holds this slot in its territory' : null;
}

/** A person's reason for the place first, then why this holder. */
function reasons(...parts: (string | null)[]): string | null {
  return parts.filter((part) => part !== null).join('; ') || null;
}

const placed: Record<string, string> = {
  lock: 'Locked into the territory',
  named: 'Named into the territory',
  rule: 'The territory’s rule takes it',
  geography: 'Lies in the territory’s places',
  unassigned: 'Nothing in the plan takes it',
};

function accountCells(names: ReadonlyMap<number, NamedAccount>, accountId: number): Cells {
  const account = names.get(accountId);
  return [toPublicId('account', accountId), account?.externalId ?? null, account?.name ?? null];
}

function holderCells(): (repId: number | null) => Cells {
  const people = new Map(holderRows(store().connection).map((holder) => [holder.id, holder]));
  return (repId) => {
    if (repId === null) return [null, null, null];
    const person = people.get(repId);
    return [toPublicId('rep', repId), person?.externalId ?? null, person?.name ?? null];
  };
}
