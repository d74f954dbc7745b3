import { startSession } from '#lib/auth/start-session.ts';
import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { signOutEverywhereElse } from '#lib/services/session/own-account.ts';

export const POST = apiRoute(async ({ ctx }) => startSession(await signOutEverywhereElse(ctx)));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
