import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { archiveField, changeCustomField } from '#lib/services/fields/change.ts';
import { customFieldChange } from '#lib/shared/field-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const PATCH = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  toWire(await changeCustomField(ctx, params.id, await readJson(customFieldChange))),
);

export const DELETE = apiRoute<'id'>(({ ctx, params }) => archiveField(ctx, params.id));

export const { GET, POST, PUT, OPTIONS } = otherMethods('PATCH', 'DELETE');
