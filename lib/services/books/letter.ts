import 'server-only';
import { type Connection, store } from '#db/client.ts';
import { type HeldRow, heldRows, holdersAt } from '#db/queries/books/held-rows.ts';
import { letterHoldovers, type LetterVersion, letterVersions } from '#db/queries/books/letter-rows.ts';
import { findRepRow, type RepRow } from '#db/queries/reps/rep-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { requireRep } from '#lib/services/reps/list.ts';
import type { Letter, LetterAccount } from '#lib/shared/book-shapes.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';

/** Without a plan the letter tells what changed in this time. */
const DAYS_BEFORE = 90;
const DAY_MS = 86_400_000;

/**
 * What somebody's book holds, what changed with a version of the plan and why. About the version in force it goes on to
 * the present, about an earlier one up to the next. Reps may read their own alone. Throws `forbidden` and `not_found`.
 */
export function bookLetter(ctx: Context, repId: string, number?: number): Letter {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const rep = requireRep(connection, repId);
  requireReader(ctx, rep);
  return letterOf(ctx, connection, rep, chosenVersion(ctx, connection, number));
}

export type ChosenVersion = { version: LetterVersion | null; versions: LetterVersion[] };

/** The version that letters are about. Throws `not_found` for one that never took effect. */
export function chosenVersion(ctx: Context, connection: Connection, number?: number): ChosenVersion {
  const versions = letterVersions(connection, ctx.now);
  const version = number === undefined ? versions[0] : versions.find((row) => row.number === number);
  if (number !== undefined && !version) {
    throw appError('not_found', `No version ${number} of the plan has taken effect.`);
  }
  return { version: version ?? null, versions };
}

function requireReader(ctx: Context, rep: RepRow): void {
  const scope = scopeOf(ctx.actor);
  const maySee =
    ctx.actor.role === 'rep' ? rep.id === ctx.actor.repId : scope.all || scope.repIds.includes(rep.id);
  if (!maySee) throw appError('forbidden', `The letter of ${rep.name} is not for you.`);
}

/** A letter for whoever may read it; the caller has checked that. */
export function letterOf(
  ctx: Context,
  connection: Connection,
  rep: RepRow,
  { version, versions }: ChosenVersion,
): Letter {
  const at = version ? versions.indexOf(version) : 0;
  const isInForce = at === 0;
  const until = isInForce ? ctx.now : (versions[at - 1]?.effectiveAt ?? ctx.now) - 1;
  const since = version?.effectiveAt ?? ctx.now - DAYS_BEFORE * DAY_MS;
  const now = heldRows(connection, rep.id, until);
  // Where what went lies by now is why it went.
  const then = heldRows(connection, rep.id, since - 1, until);
  const isIn = (rows: readonly HeldRow[]) => {
    const keys = new Set(rows.map(keyOf));
    return (row: HeldRow) => keys.has(keyOf(row));
  };
  const [held, wasHeld] = [isIn(now), isIn(then)];
  const came = now.filter((row) => !wasHeld(row));
  const went = then.filter((row) => !held(row));
  const before = namesAt(connection, came, since - 1);
  const after = namesAt(connection, went, until);
  const manager = rep.managerId === null ? null : findRepRow(connection, rep.managerId);
  return {
    rep: { id: toPublicId('rep', rep.id), name: rep.name, role: rep.role },
    manager: manager && { name: manager.name, email: manager.email },
    plan: version && {
      name: version.planName,
      number: version.number,
      note: version.note,
      effectiveAt: version.effectiveAt,
      isInForce,
    },
    versions: versions.map((row) => row.number),
    sinceAt: since,
    asOf: until,
    accounts: now.map((row) => ({ ...lineOf(row, null), isNew: !wasHeld(row) })),
    came: came.map((row) => lineOf(row, before.get(keyOf(row))?.name ?? null)),
    went: went.map((row) => {
      const taker = after.get(keyOf(row));
      return { ...lineOf(row, taker?.name ?? null), reason: taker?.reason ?? null };
    }),
    holdovers: letterHoldovers(connection, rep.id).map((row) => ({
      accountId: toPublicId('account', row.accountId),
      accountName: row.accountName,
      dealName: row.dealName,
      repName: row.repName,
      isOwn: row.repId === rep.id,
      untilOn: row.untilOn,
      reason: row.reason,
    })),
  };
}

const keyOf = ({ accountId, slot }: { accountId: number; slot: string }) => `${accountId} ${slot}`;

function namesAt(connection: Connection, rows: readonly HeldRow[], at: number) {
  const ids = [...new Set(rows.map((row) => row.accountId))];
  return new Map(holdersAt(connection, ids, at).map((row) => [keyOf(row), row]));
}

function lineOf(row: HeldRow, otherName: string | null): LetterAccount {
  return {
    id: toPublicId('account', row.accountId),
    crmId: row.externalId,
    name: row.name,
    place: [row.city, row.country].filter(Boolean).join(', ') || null,
    tier: row.tier,
    territory: row.territory,
    slot: row.slot,
    otherName,
    reason: row.reason,
  };
}
