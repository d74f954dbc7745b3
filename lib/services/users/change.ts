import 'server-only';
import type { z } from 'zod';
import { store } from '#db/client.ts';
import { countOtherAdmins, type PersonRow } from '#db/queries/users/people.ts';
import { endSessions, updateUser } from '#db/queries/users/save-user.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Person, personChange } from '#lib/permissions/people-shapes.ts';
import { appError } from '#lib/shared/errors.ts';
import { linkableRepId, personView, requirePerson } from './person-view.ts';

/**
 * Changes a person's name, role, reach, rep or access. Deactivating ends their sessions and their tokens' use.
 * The last active admin stays one, and nobody takes their own access away.
 */
export async function changePerson(
  ctx: Context,
  id: string,
  change: z.output<typeof personChange>,
  readVersion: number | null,
): Promise<Person> {
  requireCan(ctx.actor, 'users.manage');
  await write(ctx, (tx) => {
    const before = requirePerson(tx.connection, id);
    if (readVersion !== null && readVersion !== before.version) {
      throw appError('conflict', `Someone else changed ${before.name} in the meantime.`, {
        current: personView(before),
      });
    }
    const after = {
      name: change.name ?? before.name,
      role: change.role ?? before.role,
      leaderSees: change.leaderSees ?? before.leaderSees,
      repId: change.repId === undefined ? before.repId : linkableRepId(tx.connection, change.repId),
      isActive: change.isActive === undefined ? before.isActive : change.isActive ? 1 : 0,
    };
    const losesAdmin = before.role === 'admin' && (after.role !== 'admin' || after.isActive === 0);
    if (losesAdmin) requireAnotherAdmin(ctx, before, countOtherAdmins(tx.connection, before.id));
    const willEnd = before.isActive === 1 && after.isActive === 0;
    updateUser(tx.connection, before.id, after, ctx.now);
    if (willEnd) endSessions(tx.connection, before.id);
    tx.audit({
      action: willEnd ? 'user.deactivate' : 'user.edit',
      entity: 'user',
      recordId: before.id,
      summary: `${willEnd ? 'Deactivated' : 'Changed'} ${after.name}.`,
      before: pick(before),
      after: { ...after, isActive: after.isActive === 1 },
    });
    tx.changed({ entity: 'user', recordId: before.id, op: 'update' });
  });
  return personView(requirePerson(store().connection, id));
}

/** Ends all sessions of a person; their tokens go on. */
export async function signOutPerson(ctx: Context, id: string): Promise<void> {
  requireCan(ctx.actor, 'users.manage');
  await write(ctx, (tx) => {
    const row = requirePerson(tx.connection, id);
    endSessions(tx.connection, row.id);
    tx.audit({
      action: 'user.signOutEverywhere',
      entity: 'user',
      recordId: row.id,
      summary: `Ended all sessions of ${row.name}.`,
    });
  });
}

function requireAnotherAdmin(ctx: Context, person: PersonRow, otherAdmins: number): void {
  if (person.id === ctx.actor.userId) {
    throw appError('invalid', 'You cannot take your own admin access away. Ask another admin.');
  }
  if (otherAdmins === 0)
    throw appError('invalid', 'This is the last admin. Make somebody else an admin first.');
}

function pick({ name, role, leaderSees, repId, isActive }: PersonRow) {
  return { name, role, leaderSees, repId, isActive: isActive === 1 };
}
