import { type SearchAnswer, searchAnswer } from '#lib/shared/search-shapes.ts';
import { api } from '../api-client.ts';

export type RecordHit = SearchAnswer['items'][number];

/** Records whose name has the text in it, best first, as the signed-in person may see them. */
export async function searchRecords(text: string, signal: AbortSignal): Promise<RecordHit[]> {
  const answer = await api(`/search?q=${encodeURIComponent(text)}`, { schema: searchAnswer, signal });
  return answer.items;
}
