import 'server-only';
import { readEnv } from '#lib/env.ts';
import { buildOpenApi } from './build.ts';
import { operations } from './operations.ts';

/** The OpenAPI document of this server. */
export function openApiDocument(): object {
  return buildOpenApi(operations, readEnv().publicUrl);
}
