import { toPublicId } from '#lib/shared/ids.ts';
import { workspaceSettingsSchema } from '#lib/shared/workspace-settings.ts';
import type { Connection } from '../client.ts';
import { soldToFunctions } from './jobs.ts';
import { demoTimeZone } from './seed-calendar.ts';
import { sheet } from './sheet.ts';
import type { WrittenPlan } from './write-plan.ts';
import type { WrittenSegment } from './write-segments.ts';

/** The import that all demo rows name, so that one step takes them away again. */
export function writeDemoImport(connection: Connection, now: number): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO imports (kind, file_name, file_bytes, status, created_at, started_at, finished_at)
       VALUES ('demo', 'Demo data', 0, 'completed', ?, ?, ?)`,
    )
    .run(now, now, now);
  return Number(lastInsertRowid);
}

export function finishDemoImport(connection: Connection, importId: number, rows: number): void {
  connection
    .prepare(
      'UPDATE imports SET rows_read = ?, rows_created = ?, rows_applied = ?, rows_total = ? WHERE id = ?',
    )
    .run(rows, rows, rows, rows, importId);
}

/** The workspace as the demo company set it up; one that exists already keeps its name and settings. */
export function writeWorkspace(connection: Connection, now: number, tamSegmentId: number): void {
  const settings = workspaceSettingsSchema.parse({
    currency: 'USD',
    timeZone: demoTimeZone,
    fiscalYearStartMonth: 1,
    tamSegmentId: toPublicId('segment', tamSegmentId),
    soldToFunctions,
  });
  connection
    .prepare(
      `INSERT INTO workspace (id, name, settings, created_at, updated_at) VALUES (1, 'Northwind Industrial (demo)', ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    )
    .run(JSON.stringify(settings), now, now);
}

type AuditContext = {
  now: number;
  userId: number | null;
  userName: string;
  segments: Iterable<WrittenSegment>;
  plan: WrittenPlan;
  planTimes: { first: number; second: number };
  formerMoves: number;
};

/** What people would have left in the audit log: publishes, retirements and the loading of the demo itself. */
export function writeDemoAudit(connection: Connection, context: AuditContext): void {
  const { now, userId, userName, segments, plan, planTimes, formerMoves } = context;
  const rows = sheet(connection, 'audit', [
    'at',
    'user_id',
    'actor',
    'action',
    'entity',
    'record_id',
    'summary',
    'reason',
  ]);
  const entries: {
    at: number;
    action: string;
    entity: string;
    recordId: number;
    summary: string;
    reason: string | null;
  }[] = [];
  for (const { segment, id, versions, times } of segments) {
    versions.forEach((version, at) =>
      entries.push({
        at: version.publishedAt,
        action: 'segment.publish',
        entity: 'segment',
        recordId: id,
        summary: `Published "${segment.name}" v${at + 1}.`,
        reason: segment.versions[at]?.note ?? null,
      }),
    );
    if (times.retiredAt !== null) {
      entries.push({
        at: times.retiredAt,
        action: 'segment.retire',
        entity: 'segment',
        recordId: id,
        summary: `Retired "${segment.name}".`,
        reason: 'The score counts webinars now.',
      });
    }
  }
  const published = (at: number, number: number, moved: number) =>
    entries.push({
      at,
      action: 'plan.publish',
      entity: 'plan',
      recordId: plan.planId,
      summary: `Published the plan v${number}: ${moved} accounts change territory or holder.`,
      reason: null,
    });
  published(planTimes.first, 1, 0);
  published(planTimes.second, 2, formerMoves);
  entries.sort((a, b) => a.at - b.at);
  for (const { at, action, entity, recordId, summary, reason } of entries) {
    rows.add([at, userId, userName, action, entity, recordId, summary, reason]);
  }
  rows.add([now, null, 'system', 'demo.load', 'import', null, 'Loaded the demo data.', null]);
  connection.prepare("INSERT INTO change_log (entity, op, at) VALUES ('account', 'bulk', ?)").run(now);
}
