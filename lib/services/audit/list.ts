import 'server-only';
import { z } from 'zod';
import { store } from '#db/client.ts';
import {
  type AuditFilter,
  type AuditRow,
  auditChoices,
  listAuditRows,
} from '#db/queries/audit/audit-rows.ts';
import { type AuditSubjectRow, auditSubjects } from '#db/queries/audit/subject-names.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { AuditEntryView, AuditPage, AuditQuery } from '#lib/shared/audit-shapes.ts';
import { decodeCursor, toPage } from '#lib/shared/cursor.ts';
import { startOfDay } from '#lib/shared/days.ts';
import { type IdKind, idPrefixes, parsePublicId, toPublicId } from '#lib/shared/ids.ts';

/** Who did what, newest first, by person, kind of record, action and day. */
export function listAudit(ctx: Context, query: AuditQuery): AuditPage {
  requireCan(ctx.actor, 'audit.read');
  const { connection } = store();
  const rows = listAuditRows(connection, filterOf(query), query.limit + 1);
  const subjects = auditSubjects(connection, rows);
  const views = rows.map((row) => entryView(row, subjects.get(`${row.entity} ${row.recordId}`)));
  return toPage(views, query.limit, (entry) => parsePublicId('audit', entry.id));
}

/** People and actions that occur, for the page's filters. */
export function auditFilterChoices(ctx: Context): {
  people: { id: string; name: string }[];
  actions: string[];
} {
  requireCan(ctx.actor, 'audit.read');
  const { people, actions } = auditChoices(store().connection);
  return { actions, people: people.map(({ id, name }) => ({ id: toPublicId('user', id), name })) };
}

function filterOf(query: AuditQuery): AuditFilter {
  const { timeZone } = workspaceSettings(store().connection);
  const filter: AuditFilter = {};
  if (query.user !== undefined) filter.userId = parsePublicId('user', query.user) ?? NOBODY;
  if (query.entity !== undefined) filter.entity = query.entity;
  if (query.record !== undefined) Object.assign(filter, recordOf(query.record, query.entity));
  if (query.action !== undefined) filter.action = query.action;
  if (query.from !== undefined) filter.fromAt = startOfDay(query.from, timeZone);
  if (query.to !== undefined) filter.toAt = startOfDay(query.to + 1, timeZone);
  if (query.cursor !== undefined) filter.beforeId = decodeCursor(query.cursor, z.number().int());
  return filter;
}

const NOBODY = -1;
const kinds = Object.keys(idPrefixes) as IdKind[];

/** Row ids of different nouns look alike, so a record is asked for together with its noun. */
function recordOf(id: string, entity: string | undefined): Pick<AuditFilter, 'entity' | 'recordId'> {
  const kind = kinds.find((one) => parsePublicId(one, id) !== null);
  return kind
    ? { entity: entity ?? kind, recordId: parsePublicId(kind, id) ?? NOBODY }
    : { recordId: NOBODY };
}

function entryView(row: AuditRow, subject: AuditSubjectRow | undefined): AuditEntryView {
  const kind = kinds.find((name) => name === row.entity);
  return {
    ...row,
    id: toPublicId('audit', row.id),
    userId: row.userId === null ? null : toPublicId('user', row.userId),
    recordId: row.recordId === null || !kind ? null : toPublicId(kind, row.recordId),
    subject: subject
      ? {
          name: subject.name,
          accountId: subject.accountId === null ? null : toPublicId('account', subject.accountId),
        }
      : null,
    before: parseStored(row.before),
    after: parseStored(row.after),
  };
}

function parseStored(text: string | null): AuditEntryView['before'] {
  return text === null ? null : z.json().parse(JSON.parse(text));
}
