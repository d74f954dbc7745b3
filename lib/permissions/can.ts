import { appError } from '#lib/shared/errors.ts';
import type { Actor } from './actor.ts';
import { type Action, actions, type Role, roleLabels } from './roles.ts';

/** Whether a role may do an action at all; unknown roles and actions may not. */
export function roleCan(role: Role, action: Action): boolean {
  const allowed: readonly Role[] = actions[action]?.roles ?? [];
  return allowed.includes(role);
}

export function can(actor: Actor, action: Action): boolean {
  return actor.kind === 'system' || roleCan(actor.role, action);
}

/** Throws `forbidden` with a plain sentence when the actor's role does not allow the action. */
export function requireCan(actor: Actor, action: Action): void {
  if (can(actor, action)) return;
  throw appError(
    'forbidden',
    `Your role (${roleLabels[actor.role]}) does not allow this: ${actions[action].label.toLowerCase()}.`,
  );
}
