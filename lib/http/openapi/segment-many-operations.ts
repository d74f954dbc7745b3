import { deduplicateInput, overlapShape } from '#lib/shared/overlap-shapes.ts';
import {
  createdListShape,
  newListInput,
  pinInput,
  pinListShape,
  pinOutcomeShape,
  pinQuery,
  unpinInput,
  unpinOutcomeShape,
} from '#lib/shared/pin-shapes.ts';
import { bulkOutcomeShape, bulkSegmentsInput } from '#lib/shared/segment-bulk-shapes.ts';
import {
  impactQuery,
  impactRecordsShape,
  membersOfManyQuery,
  overlapQuery,
  versionsQuery,
} from '#lib/shared/segment-queries.ts';
import { segmentShape, versionDifferenceShape } from '#lib/shared/segment-shapes.ts';
import { listOf } from './list-of.ts';
import type { Operation } from './operation.ts';

const tag = 'Segments';

/** Many segments at once, how they overlap, what changes, fixed lists and pins. */
export const segmentManyOperations: Operation[] = [
  {
    method: 'POST',
    path: '/segments/bulk',
    tag,
    summary: 'Tag, untag, retire, restore or tier many segments',
    needs: 'segments.edit',
    body: bulkSegmentsInput,
    answer: bulkOutcomeShape,
  },
  {
    method: 'GET',
    path: '/segments/members',
    tag,
    summary: 'Members of several segments in one file',
    needs: 'accounts.export',
    query: membersOfManyQuery,
    file: 'only',
  },
  {
    method: 'GET',
    path: '/segments/overlap',
    tag,
    summary: 'How chosen segments overlap',
    needs: 'segments.read',
    query: overlapQuery,
    answer: overlapShape,
  },
  {
    method: 'POST',
    path: '/segments/deduplicate',
    tag,
    summary: 'Drafts of the chosen segments that share nobody',
    needs: 'segments.edit',
    body: deduplicateInput,
    answer: listOf(segmentShape),
    status: 201,
  },
  {
    method: 'GET',
    path: '/segments/{id}/impact',
    tag,
    summary: 'Who would come in or go out when the draft is published',
    needs: 'segments.read',
    query: impactQuery,
    answer: impactRecordsShape,
  },
  {
    method: 'GET',
    path: '/segments/{id}/versions/compare',
    tag,
    summary: 'What changed between two versions, and whom each would find today',
    needs: 'segments.read',
    query: versionsQuery,
    answer: versionDifferenceShape,
  },
  {
    method: 'POST',
    path: '/segments/lists',
    tag,
    summary: 'Make a fixed list from pasted lines or from the members of a segment now',
    needs: 'segments.publish',
    body: newListInput,
    answer: createdListShape,
    status: 201,
  },
  {
    method: 'GET',
    path: '/segments/{id}/pins',
    tag,
    summary: 'Records pinned in and kept out by hand',
    needs: 'segments.read',
    query: pinQuery,
    answer: pinListShape,
  },
  {
    method: 'POST',
    path: '/segments/{id}/pins',
    tag,
    summary: 'Pin records into a segment, or keep them out',
    needs: 'segments.publish',
    body: pinInput,
    answer: pinOutcomeShape,
  },
  {
    method: 'POST',
    path: '/segments/{id}/unpin',
    tag,
    summary: 'Take pins away',
    needs: 'segments.publish',
    body: unpinInput,
    answer: unpinOutcomeShape,
  },
];
