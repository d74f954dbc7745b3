import { z } from 'zod';

/** A list as every call answers it. */
export function listOf(item: z.ZodType): z.ZodType {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
