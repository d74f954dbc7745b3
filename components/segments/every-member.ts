import { api } from '#components/api-client.ts';
import { everyRow } from '#components/table/use-more-rows.ts';
import { membersShape } from '#lib/shared/segment-activity-shapes.ts';

/** Ids of all members of a segment at an instant, page by page. */
export async function everyMember(segmentId: string, asOfIso: string): Promise<string[]> {
  const members = await everyRow<{ id: string }>((cursor) => {
    const query = new URLSearchParams({
      asOf: asOfIso,
      limit: '500',
      ...(cursor === null ? {} : { cursor }),
    });
    return api(`/segments/${segmentId}/members?${query}`, { schema: membersShape });
  });
  return members.map(({ id }) => id);
}
