import 'server-only';
import { appError } from '#lib/shared/errors.ts';
import { publicRoute } from './api-route.ts';

export const apiMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type ApiMethod = (typeof apiMethods)[number];

type Refusal = (request: Request) => Promise<Response>;

/** The methods that a resource knows, as `Allow` lists them (RFC 9110, 10.2.1). */
export function allowHeader(taken: readonly ApiMethod[]): string {
  return [...taken, ...(taken.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

/**
 * What a route answers to the methods it does not take: 405 in the API's own form with the ones it does. Next would
 * answer with nothing at all. Each route exports the rest: `export const { PUT, … } = otherMethods('GET', 'POST')`.
 */
export function otherMethods<Taken extends ApiMethod>(
  ...taken: Taken[]
): Record<Exclude<ApiMethod, Taken> | 'OPTIONS', Refusal> {
  const allow = allowHeader(taken);
  const refuse = publicRoute((request) => {
    throw appError(
      'method_not_allowed',
      `${request.method} does nothing here. It takes ${taken.join(', ')}.`,
    );
  });
  const refused: Refusal = async (request) => {
    const response = await refuse(request, { params: Promise.resolve() as Promise<never> });
    response.headers.set('allow', allow);
    return response;
  };
  const options: Refusal = () => Promise.resolve(new Response(null, { status: 204, headers: { allow } }));
  const all = { GET: refused, POST: refused, PUT: refused, PATCH: refused, DELETE: refused };
  return { ...all, OPTIONS: options } as Record<ApiMethod | 'OPTIONS', Refusal>;
}
