import { z } from 'zod';
import { api } from '../api-client.ts';

const RecordHit = z.object({
  id: z.string(),
  kind: z.string(),
  label: z.string(),
  /** Second, grey text: a domain, a title, a status. */
  hint: z.string().nullish(),
  href: z.string(),
});
export type RecordHit = z.infer<typeof RecordHit>;

const Answer = z.object({ items: z.array(RecordHit) });

/** Records whose name has the text in it, best first, as the signed-in person may see them. */
export async function searchRecords(text: string, signal: AbortSignal): Promise<RecordHit[]> {
  const answer = await api(`/search?q=${encodeURIComponent(text)}`, { schema: Answer, signal });
  return answer.items;
}
