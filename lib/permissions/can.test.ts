import { describe, expect, it } from 'vitest';
import { systemActor } from './actor.ts';
import { can, requireCan, roleCan } from './can.ts';
import { type Action, actions, type Role, roles } from './roles.ts';
import { scopeOf } from './scope.ts';

const actor = (role: Role) => ({ ...systemActor, kind: 'user' as const, userId: 1, role, holderIds: [4, 9] });

describe('roles', () => {
  it('lets an admin do everything, and each next role no more than the one before it', () => {
    for (const action of Object.keys(actions) as Action[]) {
      expect(roleCan('admin', action)).toBe(true);
      const allowed = roles.map((role) => roleCan(role, action));
      // RevOps prepares what leaders approve.
      const below = action === 'plans.approve' ? allowed.filter((_, at) => roles[at] !== 'revops') : allowed;
      expect([action, below.lastIndexOf(true) + 1]).toEqual([action, below.filter(Boolean).length]);
      expect(roleCan('revops', 'plans.approve')).toBe(false);
    }
  });

  it('refuses a role and an action that are not in the table', () => {
    expect(roleCan('owner' as Role, 'accounts.read')).toBe(false);
    expect(roleCan('admin', 'accounts.burn' as Action)).toBe(false);
  });

  it('says in words what is not allowed', () => {
    expect(() => requireCan(actor('viewer'), 'segments.publish')).toThrow(
      'Your role (Viewer) does not allow this: publish, retire and restore segments.',
    );
    expect(can(systemActor, 'demo.remove')).toBe(true);
  });
});

describe('scope', () => {
  it('is the own book for a rep and a team leader, everything for the others', () => {
    expect(scopeOf(actor('rep'))).toEqual({ all: false, repIds: [4, 9] });
    expect(scopeOf({ ...actor('leader'), leaderSees: 'team' })).toEqual({ all: false, repIds: [4, 9] });
    expect(scopeOf({ ...actor('leader'), leaderSees: 'all' })).toEqual({ all: true });
    for (const role of ['admin', 'revops', 'viewer'] as const)
      expect(scopeOf(actor(role))).toEqual({ all: true });
  });

  it('is nothing, not everything, for a rep who is linked with nobody', () => {
    expect(scopeOf({ ...actor('rep'), holderIds: [] })).toEqual({ all: false, repIds: [] });
  });
});
