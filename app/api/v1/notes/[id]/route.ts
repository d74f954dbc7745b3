import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { editNote, removeNote } from '#lib/services/notes/notes.ts';
import { noteChange } from '#lib/shared/note-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const PATCH = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  toWire(await editNote(ctx, params.id, (await readJson(noteChange)).text)),
);

export const DELETE = apiRoute<'id'>(({ ctx, params }) => removeNote(ctx, params.id));

export const { GET, POST, PUT, OPTIONS } = otherMethods('PATCH', 'DELETE');
