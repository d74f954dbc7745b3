import type { Actor } from '#lib/permissions/actor.ts';
import { can } from '#lib/permissions/can.ts';
import { actions, roleLabels } from '#lib/permissions/roles.ts';
import { scopeOf } from '#lib/permissions/scope.ts';

/** What a person may do with the plan; null = may, else the sentence that says why not. */
export type PlanRights = {
  /** Move, lock and keep accounts they see. */
  noMove: string | null;
  /** Territories, their rules, order and holders. */
  noRestructure: string | null;
  noPublish: string | null;
  noReps: string | null;
  /** Sees a part of all accounts only. */
  isScoped: boolean;
};

const teamOnly = 'You see your team’s accounts; this is for those who see all of them.';

/** Mirrors the permission table for the buttons; the verbs decide. */
export function planRights(actor: Actor): PlanRights {
  const role = roleLabels[actor.role];
  const isScoped = !scopeOf(actor).all;
  const refusal = (action: 'plans.edit' | 'plans.publish' | 'reps.edit') =>
    can(actor, action) ? null : `Your role (${role}) does not ${verbs[action]}.`;
  return {
    noMove: refusal('plans.edit'),
    noRestructure: refusal('plans.edit') ?? (isScoped ? teamOnly : null),
    noPublish: refusal('plans.publish') ?? (isScoped ? teamOnly : null),
    noReps: can(actor, 'reps.edit') ? null : `${actions['reps.edit'].label}: not for your role (${role}).`,
    isScoped,
  };
}

const verbs = {
  'plans.edit': 'change the plan',
  'plans.publish': 'publish the plan',
  'reps.edit': 'edit reps',
};
