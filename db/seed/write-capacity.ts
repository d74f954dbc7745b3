import { addCalendarUnits } from '#lib/shared/days.ts';
import type { Connection } from '../client.ts';
import { fold } from './fold.ts';
import type { TermCell } from './term-cells.ts';

/** Home and languages of the demo AEs, by key. */
const homes = `
Orla|Denver|US-CO|US|English
Dev|Portland|US-OR|US|English
Rosa|Austin|US-TX|US|English, Spanish
Henrik|Minneapolis|US-MN|US|English
June|Cleveland|US-OH|US|English
Malik|Atlanta|US-GA|US|English
Clara|Philadelphia|US-PA|US|English
Theo|Boston|US-MA|US|English
Imogen|Leeds|-|GB|English
Greta|Munich|-|DE|German, English
Hugo|Lyon|-|FR|French, English
Katja|Hamburg|-|DE|German, English
Sven|Uppsala|-|SE|Swedish, English
Naomi|Chicago|US-IL|US|English
Viktor|Chicago|US-IL|US|English`;

/** Share of full capacity by month of work, what leaves in a year, hours a touch. */
const roles = [
  { role: 'ae', curve: [0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.75, 0.9], attrition: 0.12 },
  { role: 'sdr', curve: [0.2, 0.5, 0.8], attrition: 0.2 },
  { role: 'csm', curve: [0.25, 0.5, 0.75], attrition: 0.08 },
] as const;
const TOUCH_HOURS = 0.5;

/**
 * What capacity planning needs of the demo team: two AEs still on the role's ramp (as far along as their recorded ramp
 * says), leave and holidays, and one place that is open. `today` is an epoch day.
 */
export function writeCapacity(
  connection: Connection,
  term: TermCell,
  ids: ReadonlyMap<string, number>,
  { today, importId, createdAt }: { today: number; importId: number; createdAt: number },
): void {
  const insertRole = connection.prepare(
    'INSERT INTO role_capacity (role_id, ramp_curve, attrition_rate, touch_hours, updated_at) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { role, curve, attrition } of roles) {
    insertRole.run(term('rep.role', role), JSON.stringify(curve), attrition, TOUCH_HOURS, createdAt);
  }
  const start = connection.prepare('UPDATE reps SET starts_on = ? WHERE id = ?');
  start.run(addCalendarUnits(today - 20, -6, 'month'), ids.get('Clara'));
  start.run(addCalendarUnits(today - 20, -4, 'month'), ids.get('Sven'));
  const away = connection.prepare(
    'INSERT INTO rep_absences (rep_id, from_on, to_on, reason) VALUES (?, ?, ?, ?)',
  );
  away.run(ids.get('Katja'), today - 10, today + 80, 'Parental leave');
  away.run(ids.get('Naomi'), today + 12, today + 25, 'Holiday');
  away.run(ids.get('Bea'), today + 3, today + 9, 'Holiday');
  writeHomes(connection, term, ids);
  connection
    .prepare(
      `INSERT INTO reps (kind, name, name_folded, role, region, manager_id, capacity_touches, max_accounts, is_opening,
         starts_on, import_id, created_at, updated_at) VALUES ('rep', ?, ?, ?, ?, ?, 210, 50, 1, ?, ?, ?, ?)`,
    )
    .run(
      'Open AE, EMEA',
      fold('Open AE, EMEA'),
      term('rep.role', 'ae'),
      term('rep.region', 'EMEA'),
      ids.get('Tobias'),
      addCalendarUnits(today, 2, 'month'),
      importId,
      createdAt,
      createdAt,
    );
}

function writeHomes(connection: Connection, term: TermCell, ids: ReadonlyMap<string, number>): void {
  const live = connection.prepare(
    'UPDATE reps SET home_city = ?, home_city_folded = ?, home_state = ?, home_country = ? WHERE id = ?',
  );
  const speak = connection.prepare('INSERT INTO rep_languages (rep_id, term_id) VALUES (?, ?)');
  for (const line of homes.trim().split('\n')) {
    const [key = '', city = '', state = '', country = '', languages = ''] = line.split('|');
    const id = ids.get(key);
    live.run(
      city,
      fold(city),
      state === '-' ? null : term('rep.homeState', state),
      term('rep.homeCountry', country),
      id,
    );
    for (const language of languages.split(', ')) speak.run(id, term('rep.languages', language));
  }
}
