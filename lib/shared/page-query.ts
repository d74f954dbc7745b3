import type { z } from 'zod';

/**
 * The query string of a page, read by the schema of the API that it mirrors. What does not fit is left out, part by
 * part: a hand-typed address shows the page with what is right about it.
 */
export function pageQuery<S extends z.ZodType>(
  schema: S,
  query: Record<string, string | string[] | undefined>,
): z.output<S> {
  let kept = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
  for (let attempt = 0; attempt < 3; attempt++) {
    const parsed = schema.safeParse(kept);
    if (parsed.success) return parsed.data;
    const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    kept = Object.fromEntries(Object.entries(kept).filter(([key]) => !wrong.has(key)));
  }
  return schema.parse({});
}
