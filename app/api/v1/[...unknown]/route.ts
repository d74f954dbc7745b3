import { apiRoute } from '#lib/http/api-route.ts';
import { appError } from '#lib/shared/errors.ts';

const refuse = apiRoute(({ request }) => {
  throw appError('not_found', `There is no ${request.method} here. The calls are listed at /api-docs.`);
});

/** Everything that no other handler takes: an answer in the API's own form instead of a page. */
function unknown(request: Request, _context?: unknown): Promise<Response> {
  return refuse(request, { params: Promise.resolve({}) });
}

export const GET = unknown;
export const POST = unknown;
export const PUT = unknown;
export const PATCH = unknown;
export const DELETE = unknown;
