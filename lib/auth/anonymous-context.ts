import 'server-only';
import { systemActor } from '#lib/permissions/actor.ts';
import type { Context } from '#lib/permissions/context.ts';
import { newContext } from './new-context.ts';

/** The context of somebody who is not signed in yet: for signing in, set-up and accepted invitations only. */
export function anonymousContext(): Context {
  return newContext({ ...systemActor, kind: 'user', name: 'somebody not signed in', role: 'viewer' });
}
