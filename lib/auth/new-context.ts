import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/permissions/actor.ts';
import type { Context } from '#lib/permissions/context.ts';

/** The one place where clock and chance enter: a context for one request, action or job. */
export function newContext(actor: Actor): Context {
  return { actor, now: Date.now(), newId: randomUUID, random: Math.random };
}
