import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listWorkReps } from '#lib/services/work/my-accounts.ts';

export const GET = apiRoute(({ ctx }) => ({ items: listWorkReps(ctx), nextCursor: null }));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
