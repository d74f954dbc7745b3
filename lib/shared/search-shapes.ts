import { z } from 'zod';

export const searchQuery = z.object({
  q: z
    .string('Say what to search for.')
    .trim()
    .min(1, 'Say what to search for.')
    .max(200, 'Search for 200 characters at most.'),
});

export const searchAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      label: z.string(),
      hint: z.string().nullable(),
      href: z.string().describe('Page of the record, from the root of the site.'),
    }),
  ),
});
export type SearchAnswer = z.output<typeof searchAnswer>;
