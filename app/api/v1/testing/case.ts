import type { Role } from '#lib/permissions/roles.ts';
import type { World, WorldIds } from './world.ts';

/**
 * How to call one operation so that only the permission decides. `params` names what stands in the path, first for
 * what a rep's own book reaches, then for what it does not.
 */
export type Case = {
  params?: (ids: WorldIds) => Record<string, string>;
  query?: (ids: WorldIds, world: World) => string;
  body?: (ids: WorldIds, world: World) => unknown;
  headers?: Record<string, string>;
  /** Roles that the action allows and a further rule refuses, whatever the record. */
  refusedFor?: readonly Role[];
  /** Roles for which the foreign record is refused, although the action itself is allowed; default none. */
  foreignRefusedFor?: readonly Role[];
  /** What an allowed call answers instead of a success, with the reason why the world is not richer. */
  answers?: number;
};

/** Those who see only their own accounts. */
export const bookOnly: readonly Role[] = ['rep', 'leader'];

/** The leader of the world sees a team, and a plan as a whole is for those who see everybody. */
export const teamLeader: readonly Role[] = ['leader'];
