import { startSession } from '#lib/auth/start-session.ts';
import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { passwordChange } from '#lib/permissions/people-shapes.ts';
import { changeOwnPassword } from '#lib/services/session/own-account.ts';

export const POST = apiRoute(async ({ ctx, readJson }) =>
  startSession(await changeOwnPassword(ctx, await readJson(passwordChange))),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
