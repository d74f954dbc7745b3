import { z } from 'zod';
import { wireInstant } from './wire-times.ts';

/** Notes on accounts. */
export const noteShape = z.object({
  id: z.string(),
  accountId: z.string(),
  userId: z.string().nullable(),
  userName: z.string().nullable(),
  text: z.string(),
  isOwn: z.boolean(),
  createdAt: wireInstant,
  updatedAt: wireInstant,
});
export type AccountNote = z.output<typeof noteShape>;

const text = z
  .string()
  .trim()
  .min(1, 'Write something first.')
  .max(10_000, 'A note has at most 10,000 characters.');

export const noteInput = z.strictObject({ accountId: z.string(), text });
export const noteChange = z.strictObject({ text });
export const noteList = z.object({ items: z.array(noteShape), nextCursor: z.null() });
