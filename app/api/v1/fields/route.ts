import { apiRoute } from '#lib/http/api-route.ts';
import { listCatalog } from '#lib/services/fields/list-catalog.ts';

export const GET = apiRoute(async ({ ctx }) => ({ items: await listCatalog(ctx), nextCursor: null }));
