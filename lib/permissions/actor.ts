import type { Role } from './roles.ts';

/**
 * Who acts. Loaded fresh for every request, so that a changed role or a deactivated person takes effect at once.
 * `holderIds` are the row ids of the reps and pools whose books the actor may see: for a rep their own and their
 * pools', for a leader their team's too.
 */
export type Actor = {
  kind: 'user' | 'token' | 'system';
  userId: number | null;
  name: string;
  role: Role;
  leaderSees: 'team' | 'all';
  repId: number | null;
  holderIds: number[];
};

/** For jobs and start-up work that no person asked for. */
export const systemActor: Actor = {
  kind: 'system',
  userId: null,
  name: 'system',
  role: 'admin',
  leaderSees: 'all',
  repId: null,
  holderIds: [],
};
