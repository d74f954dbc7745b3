import type { Rule, SegmentDefinition } from './ast.ts';

/**
 * What each thing reads: a segment (by id) its referenced segments and the fields that rules feed; such a field
 * (`account.tier`, `account.class`, `account.territory`, `account.owner`, `account.score`) the segments that make it.
 */
export type FeedGraph = ReadonlyMap<string, readonly string[]>;

/** Fields of an account whose values rules can make. */
export const fedFields = ['tier', 'class', 'territory', 'owner', 'sdr', 'score'] as const;

function fedField(entity: SegmentDefinition['entity'], field: string): string | null {
  const key = entity === 'account' ? field : field.startsWith('account.') ? field.slice(8) : '';
  return fedFields.some((fed) => fed === key) ? `account.${key}` : null;
}

/** What a definition reads: ids of segments, and fed fields as `account.<key>`. */
export function referencesOf(definition: SegmentDefinition): string[] {
  const found = new Set<string>();
  const queue: Rule[] = [definition.root];
  for (let rule = queue.pop(); rule; rule = queue.pop()) {
    if (rule.kind === 'group') queue.push(...rule.rules);
    if (rule.kind === 'segment') found.add(rule.segmentId);
    const fed = rule.kind === 'field' ? fedField(definition.entity, rule.field) : null;
    if (fed) found.add(fed);
  }
  return [...found];
}

/** A way from `start` back to `start`, both ends included, or null. By a loop, so a long chain cannot exhaust the stack. */
export function findCycle(start: string, graph: FeedGraph): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const next of graph.get(at) ?? []) {
      if (next === start) {
        const path = [start];
        for (let step: string | undefined = at; step !== undefined; step = cameFrom.get(step))
          path.unshift(step);
        return path;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      queue.push(next);
    }
  }
  return null;
}
