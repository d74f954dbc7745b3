import 'server-only';
import type { Store } from '#db/client.ts';
import { openMemberIds } from '#db/queries/segments/member-intervals.ts';
import { listPublishedSegments } from '#db/queries/segments/segment-rows.ts';
import { answering } from '#lib/evaluator/sqlite/answering.ts';
import type { ImportReport } from '#lib/imports/import-view.ts';
import { differenceOf } from '#lib/services/segments/difference.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { publishedRule } from '#lib/services/segments/segment-view.ts';

type Effect = NonNullable<ImportReport['effect']>;

const LIMIT_MS = 15_000;
const SHOWN = 5;

/**
 * What people would notice: which accounts the published segments would gain and lose, found by asking their rules of
 * the dry run's copy. A segment whose rule cannot be answered now is left out; so are those that time does not allow.
 */
export async function segmentEffect(
  store: Store,
  copy: Store,
  now: number,
  isOvertaken: () => boolean,
): Promise<Effect> {
  const ask = answering(copy.connection, () => now);
  const segments = listPublishedSegments(store.connection).filter((segment) => segment.entity === 'account');
  const entering = new Set<number>();
  const leaving = new Set<number>();
  const changes: Effect['segments'] = [];
  const started = performance.now();
  let asked = 0;
  for (const segment of segments) {
    const definition = publishedRule(segment);
    if (!definition || segment.lastError !== null) continue;
    if (performance.now() - started > LIMIT_MS || isOvertaken()) break;
    const segmentId = toPublicId('segment', segment.id);
    const question = { definition, segmentId, asOf: now, now, scope: { all: true as const } };
    const members = await ask('members', question, async () => {}).catch(() => null);
    if (!members) continue;
    asked += 1;
    const { entered, left } = differenceOf(openMemberIds(store.connection, segment.id), members);
    for (const id of entered) entering.add(id);
    for (const id of left) leaving.add(id);
    if (entered.length + left.length > 0) {
      changes.push({ name: segment.name, entering: entered.length, leaving: left.length });
    }
  }
  changes.sort((a, b) => b.entering + b.leaving - (a.entering + a.leaving));
  return {
    segmentsAsked: asked,
    segmentsChanged: changes.length,
    entering: entering.size,
    leaving: leaving.size,
    segments: changes.slice(0, SHOWN),
  };
}
