import { z } from 'zod';
import { wireInstant } from './wire-times.ts';

/** Saved views of the table pages: a name for a page's URL state and columns. */

export const viewPages = [
  'accounts',
  'contacts',
  'segments',
  'members',
  'performance',
  'my',
  'territories',
] as const;

const MAX_STATE_CHARACTERS = 20_000;

export const viewInput = z.strictObject({
  page: z.enum(viewPages, 'This page has no views.'),
  name: z.string().trim().min(1, 'Give the view a name.').max(80),
  isShared: z.boolean().default(false),
  state: z
    .record(z.string(), z.json())
    .refine(
      (state) => JSON.stringify(state).length <= MAX_STATE_CHARACTERS,
      'This view is too large to save.',
    ),
});
export type ViewInput = z.output<typeof viewInput>;

export const savedView = z.object({
  id: z.string(),
  page: z.enum(viewPages),
  name: z.string(),
  isShared: z.boolean(),
  isOwn: z.boolean(),
  ownerName: z.string().nullable(),
  state: z.record(z.string(), z.json()),
  updatedAt: wireInstant,
});
export type SavedView = z.output<typeof savedView>;

export const viewList = z.object({ items: z.array(savedView), nextCursor: z.null() });
export const viewQuery = z.object({ page: z.enum(viewPages, 'This page has no views.').optional() });
