import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { apiMethods } from '#lib/http/other-methods.ts';

export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

const folder = join(import.meta.dirname, '..');

/** The way in which a route names what it does not take, so that its handlers can be told from its refusals. */
const refusals = /^export const \{([^}]*)\} = otherMethods\(/m;

/** Every handler file as it lies there: API path (`/users/{id}`) → file. */
export function routeFiles(): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (at: string) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      // The catch-all is no call of the API; it says so.
      if (entry.name.startsWith('[...')) continue;
      if (entry.isDirectory()) walk(join(at, entry.name));
      else if (entry.name === 'route.ts') found.set(pathOf(at), join(at, entry.name));
    }
  };
  walk(folder);
  return found;
}

function pathOf(at: string): string {
  return `/${relative(folder, at).replaceAll(/\[(\w+)\]/g, '{$1}')}`;
}

/** Handlers of a route file by method, and what it answers to the other methods. */
export async function answersOf(
  file: string,
): Promise<{ handlers: Map<string, Handler>; refusals: Map<string, Handler> }> {
  const exported = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, Handler>;
  const named = refusals.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  const refused = new Set(named.split(',').map((name) => name.trim()));
  const all = apiMethods.flatMap((method) => (exported[method] ? [[method, exported[method]] as const] : []));
  return {
    handlers: new Map(all.filter(([method]) => !refused.has(method))),
    refusals: new Map(all.filter(([method]) => refused.has(method))),
  };
}

/** Handlers that a route file exports, by method. */
export async function handlersOf(file: string): Promise<Map<string, Handler>> {
  return (await answersOf(file)).handlers;
}

export type Call = {
  method: string;
  path: string;
  params?: Record<string, string> | undefined;
  query?: string | undefined;
  body?: unknown;
  headers?: Record<string, string> | undefined;
  token?: string | undefined;
};

/** Calls a handler as the server would. */
export async function call(
  handler: Handler,
  { method, path, params = {}, query, body, headers, token }: Call,
) {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? name);
  const init: RequestInit = {
    method,
    headers: {
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
  };
  if (body !== undefined) init.body = body instanceof FormData ? body : JSON.stringify(body);
  const request = new Request(`http://localhost:3000/api/v1${filled}${query ? `?${query}` : ''}`, init);
  return handler(request, { params: Promise.resolve(params) });
}
