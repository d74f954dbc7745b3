import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listAudit } from '#lib/services/audit/list.ts';
import { auditQuery } from '#lib/shared/audit-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(({ ctx, readQuery }) => toWire(listAudit(ctx, readQuery(auditQuery))));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
