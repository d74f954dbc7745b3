import 'server-only';
import { store } from '#db/client.ts';
import { insertRep, type RepCells, replaceMembers, updateRep } from '#db/queries/reps/save-rep.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { parseIsoDay } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Rep, RepChange, RepInput } from '#lib/shared/rep-shapes.ts';
import { repView, requireRep } from './list.ts';
import { refusedField, requireSense, saveLimits } from './save-limits.ts';

/** Adds a rep or a pool. */
export async function createRep(ctx: Context, { kind = 'rep', ...input }: RepInput): Promise<Rep> {
  requireCan(ctx.actor, 'reps.edit');
  const id = await write(ctx, (tx) => {
    if (kind === 'pool') requireMembers(input.memberIds ?? []);
    const rowId = insertRep(tx.connection, input.name, kind, ctx.now);
    save(tx, ctx, rowId, kind, input);
    tx.audit({
      action: 'rep.create',
      entity: 'rep',
      recordId: rowId,
      summary: `Added the ${kind} "${input.name}".`,
      after: input,
    });
    tx.changed({ entity: 'rep', recordId: rowId, op: 'create' });
    return toPublicId('rep', rowId);
  });
  return repView(requireRep(store().connection, id));
}

/** Changes a rep or a pool. A stale version is a conflict. What one holds stays; a plan moves it. */
export async function editRep(
  ctx: Context,
  id: string,
  change: RepChange,
  readVersion: number | null,
): Promise<Rep> {
  requireCan(ctx.actor, 'reps.edit');
  await write(ctx, (tx) => {
    const before = requireRep(tx.connection, id);
    if (readVersion !== null && readVersion !== before.version) {
      throw appError(
        'conflict',
        `Someone else changed "${before.name}" meanwhile. Look again before you save.`,
        {
          current: repView(before),
        },
      );
    }
    save(tx, ctx, before.id, before.kind, change);
    tx.audit({
      action: 'rep.edit',
      entity: 'rep',
      recordId: before.id,
      summary: `Changed the ${before.kind} "${change.name ?? before.name}".`,
      before: repView(before),
      after: change,
    });
    tx.changed({ entity: 'rep', recordId: before.id, op: 'update' });
    refreshSegmentsLater(tx);
  });
  return repView(requireRep(store().connection, id));
}

function save(tx: Tx, ctx: Context, rowId: number, kind: 'rep' | 'pool', change: RepChange): void {
  const { managerId, memberIds, startsOn, endsOn, ...others } = change;
  const { allowedRegions, languages, tiers, allowedSegmentIds, absences, ...rest } = others;
  const cells: RepCells = { ...rest };
  if (managerId !== undefined) cells.managerId = managerOf(tx, rowId, managerId);
  if (startsOn !== undefined) cells.startsOn = startsOn === null ? null : parseIsoDay(startsOn);
  if (endsOn !== undefined) cells.endsOn = endsOn === null ? null : parseIsoDay(endsOn);
  updateRep(tx.connection, rowId, cells, ctx.now);
  saveLimits(tx, rowId, { allowedRegions, languages, tiers, allowedSegmentIds, absences });
  requireSense(requireRep(tx.connection, toPublicId('rep', rowId)));
  if (memberIds === undefined) return;
  if (kind !== 'pool') {
    if (memberIds.length > 0) throw refusedField('memberIds', 'Only a pool has members.');
    return;
  }
  requireMembers(memberIds);
  const members = memberIds.map((member) => requireRep(tx.connection, member));
  const pool = members.find((member) => member.kind === 'pool');
  if (pool) throw refusedField('memberIds', `"${pool.name}" is a pool itself; a pool is shared by reps.`);
  const opening = members.find((member) => member.isOpening === 1);
  if (opening)
    throw refusedField('memberIds', `"${opening.name}" is an open place; a pool is shared by people.`);
  replaceMembers(
    tx.connection,
    rowId,
    members.map((member) => member.id),
  );
}

/** A pool that nobody shares would hold accounts that nobody sees. */
function requireMembers(memberIds: readonly string[]): void {
  if (memberIds.length > 0) return;
  throw refusedField('memberIds', 'Choose at least one rep: what a pool of nobody holds, nobody would see.');
}

/** The manager's row id; nobody stands above themselves, however long the line. */
function managerOf(tx: Tx, rowId: number, managerId: string | null): number | null {
  if (managerId === null) return null;
  const manager = requireRep(tx.connection, managerId);
  if (manager.kind === 'pool') throw refusedField('managerId', 'A pool cannot be a manager.');
  const above = tx.connection
    .prepare<[number], number>(
      `WITH RECURSIVE line(id) AS (VALUES (?) UNION SELECT r.manager_id FROM reps r JOIN line ON r.id = line.id)
       SELECT id FROM line WHERE id IS NOT NULL`,
    )
    .pluck()
    .all(manager.id);
  if (above.includes(rowId)) throw refusedField('managerId', 'This would put them above themselves.');
  return manager.id;
}
