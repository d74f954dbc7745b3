import { expect, it } from 'vitest';
import { useTempStore } from '#db/testing/temp-store.ts';
import { holderIdsOf } from './holder-ids.ts';

const held = useTempStore();

it('follows managers all the way down, adds the pools of the team, and ends in a loop', () => {
  const { connection } = held.current;
  const add = connection.prepare(
    'INSERT INTO reps (id, kind, name, name_folded, manager_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 0, 0)',
  );
  add.run(1, 'rep', 'Lead', 'LEAD', null);
  add.run(2, 'rep', 'Manager', 'MANAGER', 1);
  add.run(3, 'rep', 'Rep', 'REP', 2);
  add.run(4, 'rep', 'Stranger', 'STRANGER', null);
  add.run(10, 'pool', 'East', 'EAST', null);
  add.run(11, 'pool', 'West', 'WEST', null);
  const share = connection.prepare('INSERT INTO pool_members (pool_id, rep_id) VALUES (?, ?)');
  share.run(10, 3);
  share.run(11, 4);
  expect(holderIdsOf(connection, 1, true)).toEqual([1, 2, 3, 10]);
  expect(holderIdsOf(connection, 1, false)).toEqual([1]);
  expect(holderIdsOf(connection, 3, false)).toEqual([3, 10]);
  connection.prepare('UPDATE reps SET manager_id = 3 WHERE id = 1').run();
  expect(holderIdsOf(connection, 2, true)).toEqual([1, 2, 3, 10]);
});
