import 'server-only';
import { store } from '#db/client.ts';
import { listLinkableReps, listPeopleRows } from '#db/queries/users/people.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Person } from '#lib/permissions/people-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { personView, requirePerson } from './person-view.ts';

/** Everybody with access, active people first. */
export function listPeople(ctx: Context): { items: Person[]; nextCursor: null } {
  requireCan(ctx.actor, 'users.manage');
  return { items: listPeopleRows(store().connection).map(personView), nextCursor: null };
}

export function getPerson(ctx: Context, id: string): Person {
  requireCan(ctx.actor, 'users.manage');
  return personView(requirePerson(store().connection, id));
}

/** Reps that a person can be linked with, by name. */
export function repsToLink(ctx: Context): { id: string; name: string }[] {
  requireCan(ctx.actor, 'users.manage');
  return listLinkableReps(store().connection).map(({ id, name }) => ({ id: toPublicId('rep', id), name }));
}
