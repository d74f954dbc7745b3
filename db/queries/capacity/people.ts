import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import {
  type Person,
  type RoleAssumptions,
  usualAssumptions,
} from '#lib/territories/capacity/capacity-model.ts';
import { fullCapacityTouches, monthCapacity, rampOn } from '#lib/territories/capacity/person-capacity.ts';
import { monthsFrom } from '#lib/territories/capacity/months.ts';
import type { Connection } from '../../client.ts';

type Row = Omit<Person, 'isOpening' | 'absences' | 'role'> & {
  roleLabel: string | null;
  isOpening: number;
  absences: string;
};

export type NamedPerson = Person & { name: string; roleLabel: string | null };

/** Everybody who works accounts or will: active reps, open places included, no pools, by name. */
export function capacityPeople(connection: Connection): NamedPerson[] {
  return connection
    .prepare<[], Row & { name: string }>(
      `SELECT r.id AS repId, r.name, role.label AS roleLabel, r.is_opening AS isOpening,
         r.capacity_touches AS capacityTouches, r.capacity_hours AS capacityHours, r.ramp_rate AS rampRate,
         r.starts_on AS startsOn, r.ends_on AS endsOn,
         (SELECT json_group_array(json_object('fromOn', x.from_on, 'toOn', x.to_on))
            FROM rep_absences x WHERE x.rep_id = r.id) AS absences
       FROM reps r LEFT JOIN terms role ON role.id = r.role
       WHERE r.archived_at IS NULL AND r.is_active = 1 AND r.kind = 'rep' ORDER BY r.name_folded, r.id`,
    )
    .all()
    .map(({ isOpening, absences, ...row }) => ({
      ...row,
      role: row.roleLabel === null ? null : foldText(row.roleLabel),
      isOpening: isOpening === 1,
      absences: JSON.parse(absences) as Person['absences'],
    }));
}

export type RoleRow = RoleAssumptions & { version: number };

/** What is assumed of each role, by folded label; a role without a row of its own has the usual assumptions. */
export function roleAssumptions(connection: Connection): Map<string, RoleRow> {
  const rows = connection
    .prepare<
      [],
      { label: string; rampCurve: string; attritionRate: number; touchHours: number; version: number }
    >(
      `SELECT t.label, c.ramp_curve AS rampCurve, c.attrition_rate AS attritionRate, c.touch_hours AS touchHours,
         c.version FROM role_capacity c JOIN terms t ON t.id = c.role_id`,
    )
    .all();
  return new Map(
    rows.map(({ label, rampCurve, ...row }) => [
      foldText(label),
      { ...row, rampCurve: JSON.parse(rampCurve) as number[] },
    ]),
  );
}

export function saveRoleAssumptions(
  connection: Connection,
  roleId: number,
  { rampCurve, attritionRate, touchHours }: RoleAssumptions,
  now: number,
): void {
  connection
    .prepare(
      `INSERT INTO role_capacity (role_id, ramp_curve, attrition_rate, touch_hours, updated_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (role_id) DO UPDATE SET ramp_curve = excluded.ramp_curve, attrition_rate = excluded.attrition_rate,
         touch_hours = excluded.touch_hours, version = version + 1, updated_at = excluded.updated_at`,
    )
    .run(roleId, JSON.stringify(rampCurve), attritionRate, touchHours, now);
}

export type CapacityNow = {
  /** Touches this month after ramp and time off; null = not recorded. */
  touches: number | null;
  /** Share of full capacity by ramp today, 0–1. */
  rampRate: number;
};

/** What each rep and pool can do in the month that holds `today` (epoch day), by row id. A pool has what is recorded. */
export function capacityNow(connection: Connection, today: number): Map<number, CapacityNow> {
  const roles = roleAssumptions(connection);
  const [month] = monthsFrom(today, 1);
  const people = capacityPeople(connection).map((person): [number, CapacityNow] => {
    const role = roles.get(person.role ?? '') ?? usualAssumptions;
    return [
      person.repId,
      {
        touches: month ? monthCapacity(person, role, month).touches : fullCapacityTouches(person, role),
        rampRate: rampOn(person, role, today),
      },
    ];
  });
  const pools = connection
    .prepare<[], { id: number; touches: number | null }>(
      "SELECT id, capacity_touches AS touches FROM reps WHERE kind = 'pool' AND archived_at IS NULL",
    )
    .all()
    .map(({ id, touches }): [number, CapacityNow] => [id, { touches, rampRate: 1 }]);
  return new Map([...people, ...pools]);
}
