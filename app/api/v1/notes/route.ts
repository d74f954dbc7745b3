import { z } from 'zod';
import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { addNote, listNotes } from '#lib/services/notes/notes.ts';
import { noteInput } from '#lib/shared/note-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

const query = z.object({ account: z.string('Say which account: ?account=acc_….') });

export const GET = apiRoute(({ ctx, readQuery }) => toWire(listNotes(ctx, readQuery(query).account)));

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json(toWire(await addNote(ctx, await readJson(noteInput))), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
