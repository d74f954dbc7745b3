import type { Issue, Result } from '#lib/shared/errors.ts';

import type { SegmentDefinition } from './ast.ts';
import type { Catalog } from './catalog.ts';
import type { FeedGraph } from './find-cycle.ts';
import { findCycle, referencesOf } from './find-cycle.ts';
import { guardSize } from './parse/limits.ts';
import type { KnownValues } from './parse/parse-place.ts';
import { parseGroup, startWalk } from './parse/parse-rule.ts';
import { collectIssues, readShape } from './parse/report.ts';
import { nodeShapes } from './rule-schema.ts';

export type ParseOptions = {
  /** Folded values that stand in the data as typed, by `entity.key`; asked for countries and states only. */
  knownValues?: KnownValues;
  /** The segment that this rule defines and what the others read, so that a rule which reads itself is refused. */
  cycles?: { segmentId: string; graph: FeedGraph };
};

function cycleIssue(definition: SegmentDefinition, catalog: Catalog, options: ParseOptions): Issue | null {
  if (!options.cycles) return null;
  const { segmentId, graph } = options.cycles;
  const cycle = findCycle(segmentId, new Map(graph).set(segmentId, referencesOf(definition)));
  if (!cycle) return null;
  const names = cycle.map((id) => catalog.segments.get(id)?.name ?? id);
  return { path: '/root', code: 'cycle', message: `The rule would depend on itself: ${names.join(' → ')}.` };
}

/**
 * The one door for rules. Size and depth are guarded by a loop first, then every node is read, so the answer is a whole
 * definition in its stored form (references as ids, places as codes) or all its faults, each with a JSON pointer.
 */
export function parseDefinition(
  input: unknown,
  catalog: Catalog,
  options: ParseOptions = {},
): Result<SegmentDefinition> {
  const tooBig = guardSize(input);
  if (tooBig) return { ok: false, error: [tooBig] };
  const { issues, report } = collectIssues();
  const shape = readShape(nodeShapes.definition, input, '', report);
  if (!shape) return { ok: false, error: issues };
  const walk = startWalk(shape.entity, catalog, options.knownValues, report);
  const root = parseGroup(shape.root, '/root', walk);
  if (!root || issues.length > 0) return { ok: false, error: issues };
  const definition: SegmentDefinition = { version: 1, entity: shape.entity, root };
  const cycle = cycleIssue(definition, catalog, options);
  return cycle ? { ok: false, error: [cycle] } : { ok: true, value: definition };
}
