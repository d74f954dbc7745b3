import { apiRoute } from '#lib/http/api-route.ts';
import { listWorkReps } from '#lib/services/work/my-accounts.ts';

export const GET = apiRoute(({ ctx }) => ({ items: listWorkReps(ctx), nextCursor: null }));
