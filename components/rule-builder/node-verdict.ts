import type { GroupOperator } from '#lib/rules/ast.ts';
import { type Catalog, findField } from '#lib/rules/catalog.ts';
import type { Omitted } from '#lib/rules/draft.ts';
import type { DraftNode } from '#lib/rules/edit/tree.ts';
import type { RuleInsights } from './insights.ts';

type Counts = { alone: number; without: number };

/** What stands under a condition or in the head of a group. */
export type NodeVerdict =
  | { kind: 'muted' }
  | { kind: 'unfinished' }
  /** Filled in, and yet not a condition: bounds in the wrong order, a value that is no place. */
  | { kind: 'faulty'; message: string }
  | { kind: 'unknown' }
  /** Nobody passes it, whatever else is asked. */
  | { kind: 'passesNobody'; counts: Counts }
  | { kind: 'removesAll'; without: number; counts: Counts }
  | { kind: 'removesNothing'; counts: Counts }
  | { kind: 'addsNothing'; counts: Counts }
  | { kind: 'counted'; alone: number; without: number; missing: { count: number; label: string } | null };

function isFilledIn(node: DraftNode): boolean {
  if (node.kind !== 'field') return false;
  const { value } = node;
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => (one as unknown) !== '');
  return value !== undefined;
}

/**
 * `around`: the operators of the groups that hold the node, outermost first. Only where all of them are `all` does a
 * condition remove; in an `any` group it lets in.
 */
export function nodeVerdict(
  node: DraftNode,
  around: readonly GroupOperator[],
  omitted: Omitted | undefined,
  insights: RuleInsights | null,
  catalog: Catalog,
  entity: 'account' | 'contact',
): NodeVerdict {
  if (node.muted) return { kind: 'muted' };
  if (omitted?.reason === 'unfinished' || omitted?.reason === 'emptied') {
    return isFilledIn(node) ? { kind: 'faulty', message: omitted.message } : { kind: 'unfinished' };
  }
  const counts = insights?.conditions[node.id];
  if (!insights || !counts) return { kind: 'unknown' };
  const { alone, without } = counts;
  if (!insights.stale) {
    const removes = around.every((op) => op === 'all');
    if (alone === 0 && node.kind !== 'group') return { kind: 'passesNobody', counts };
    if (removes && insights.count === 0 && without > 0) return { kind: 'removesAll', without, counts };
    if (without === insights.count && insights.count > 0) {
      if (removes) return { kind: 'removesNothing', counts };
      if (around.at(-1) === 'any') return { kind: 'addsNothing', counts };
    }
  }
  const field = node.kind === 'field' ? findField(catalog, entity, node.field) : null;
  const missing = insights.missing[node.id] ?? 0;
  return {
    kind: 'counted',
    alone,
    without,
    missing: field && missing > 0 ? { count: missing, label: field.label.toLowerCase() } : null,
  };
}
