import 'server-only';
import type { CarveAccountFacts, CarveRepFacts } from '#lib/territories/optimise/question-of-plan.ts';
import { pointOfPlace } from '#lib/shared/place-point.ts';
import type { Connection } from '../../client.ts';
import { capacityNow } from '../capacity/people.ts';
import { repCapSql } from '../reps/rep-cap.ts';

/** Lists that come out of SQL as JSON. */
type Listed = 'tiers' | 'allowedPlaces' | 'segments';

/** What the optimiser weighs beside potential and workload: tier, region, segments, place and weighted open pipeline. */
export function carveAccountFacts(
  connection: Connection,
  accountIds: readonly number[],
): Map<number, CarveAccountFacts> {
  const rows = connection
    .prepare<
      [string],
      Omit<CarveAccountFacts, 'segments'> & { id: number; latitude: number | null; longitude: number | null }
    >(
      `SELECT a.id, a.name, region.label AS region, t.name AS tier, a.latitude, a.longitude,
         coalesce((SELECT sum(coalesce(s.probability_rate, 0.5) * o.amount)
           FROM opportunities o JOIN stages s ON s.id = o.stage_id
           WHERE o.account_id = a.id AND o.archived_at IS NULL AND s.outcome = 'open'), 0) AS pipelineAmount
       FROM accounts a
       LEFT JOIN account_tiers x ON x.account_id = a.id AND x.to_at IS NULL
       LEFT JOIN tiers t ON t.id = x.tier_id
       LEFT JOIN terms region ON region.id = a.region
       WHERE a.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(accountIds));
  const segments = limitingSegments(connection);
  return new Map(
    rows.map(({ id, latitude, longitude, ...facts }) => [
      id,
      {
        ...facts,
        segments: segments.get(id) ?? [],
        place: latitude === null || longitude === null ? null : { latitude, longitude },
      },
    ]),
  );
}

/** By account, the segments it is in now of those that some rep is kept to, by name. */
function limitingSegments(connection: Connection): Map<number, string[]> {
  const rows = connection
    .prepare<[], { accountId: number; name: string }>(
      `SELECT m.record_id AS accountId, s.name
       FROM segments s JOIN segment_members m ON m.segment_id = s.id AND m.to_at IS NULL
       WHERE s.id IN (SELECT segment_id FROM rep_segments) AND s.entity = 'account' ORDER BY s.id`,
    )
    .all();
  const found = new Map<number, string[]>();
  for (const { accountId, name } of rows) {
    const known = found.get(accountId);
    if (known) known.push(name);
    else found.set(accountId, [name]);
  }
  return found;
}

/** Everybody who can hold accounts, with what decides what they may take. `today` is an epoch day: capacity is what they can do now. */
export function carveRepFacts(connection: Connection, today: number): Map<number, CarveRepFacts> {
  const capacity = capacityNow(connection, today);
  const rows = connection
    .prepare<
      [],
      Omit<CarveRepFacts, Listed | 'isActive' | 'rampRate' | 'home'> & {
        [list in Listed]: string;
      } & {
        id: number;
        isActive: number;
        rampRate: number | null;
        city: string | null;
        state: string | null;
        country: string | null;
      }
    >(
      `SELECT r.id, r.kind, r.name, region.label AS region, r.manager_id AS managerId, m.name AS managerName,
         r.capacity_touches AS capacityTouches, ${repCapSql} AS maxAccounts, r.ramp_rate AS rampRate,
         r.is_active AS isActive, r.home_city AS city, state.label AS state, country.label AS country,
         (SELECT json_group_array(t.label) FROM rep_tiers x JOIN terms t ON t.id = x.term_id
          WHERE x.rep_id = r.id) AS tiers,
         (SELECT json_group_array(t.label) FROM rep_regions x JOIN terms t ON t.id = x.term_id
          WHERE x.rep_id = r.id) AS allowedPlaces,
         (SELECT json_group_array(s.name) FROM rep_segments x JOIN segments s ON s.id = x.segment_id
          WHERE x.rep_id = r.id) AS segments
       FROM reps r LEFT JOIN reps m ON m.id = r.manager_id LEFT JOIN terms region ON region.id = r.region
       LEFT JOIN terms state ON state.id = r.home_state LEFT JOIN terms country ON country.id = r.home_country
       WHERE r.archived_at IS NULL ORDER BY r.id`,
    )
    .all();
  return new Map(
    rows.map(({ id, tiers, allowedPlaces, segments, isActive, rampRate, city, state, country, ...facts }) => [
      id,
      {
        ...facts,
        tiers: JSON.parse(tiers) as string[],
        allowedPlaces: JSON.parse(allowedPlaces) as string[],
        segments: JSON.parse(segments) as string[],
        isActive: isActive === 1,
        home: pointOfPlace({ country, state, city, postalCode: null }),
        capacityTouches: capacity.get(id)?.touches ?? facts.capacityTouches,
        rampRate: capacity.get(id)?.rampRate ?? rampRate ?? 1,
      },
    ]),
  );
}
