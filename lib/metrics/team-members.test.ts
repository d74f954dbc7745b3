import { describe, expect, it } from 'vitest';
import { teamMembers } from './team-members.ts';

describe('teams', () => {
  it('hold everybody below a manager and the manager', () => {
    const teams = teamMembers([
      { id: 1, managerId: null },
      { id: 2, managerId: 1 },
      { id: 3, managerId: 2 },
      { id: 4, managerId: 1 },
    ]);
    expect([...teams].map(([id, members]) => [id, [...members].sort()])).toEqual([
      [1, [1, 2, 3, 4]],
      [2, [2, 3]],
    ]);
  });

  it('end where a loop closes', () => {
    const teams = teamMembers([
      { id: 1, managerId: 2 },
      { id: 2, managerId: 1 },
      { id: 3, managerId: 3 },
    ]);
    expect(teams.get(1)?.toSorted()).toEqual([1, 2]);
    expect(teams.has(3)).toBe(false);
  });
});
