import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { inviteInput } from '#lib/permissions/people-shapes.ts';
import { invitePerson } from '#lib/services/users/invite.ts';
import { listPeople } from '#lib/services/users/list.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(({ ctx }) => toWire(listPeople(ctx)));

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json(toWire(await invitePerson(ctx, await readJson(inviteInput))), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
