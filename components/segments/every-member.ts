import { api } from '#components/api-client.ts';
import { membersShape } from '#lib/shared/segment-activity-shapes.ts';

/** Ids of all members of a segment at an instant, page by page. */
export async function everyMember(segmentId: string, asOfIso: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({
      asOf: asOfIso,
      limit: '500',
      ...(cursor === null ? {} : { cursor }),
    });
    const page: { items: { id: string }[]; nextCursor: string | null } = await api(
      `/segments/${segmentId}/members?${query}`,
      { schema: membersShape },
    );
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}
