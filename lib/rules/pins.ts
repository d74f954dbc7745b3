import type { ResolvedGroup, ResolvedPinned } from './resolved.ts';

/** Which sides a segment has records pinned to: put in by hand, or kept out. */
export type PinSides = { in: boolean; out: boolean };

/** A record's pins of one segment over time; `to` null = until taken away. Epoch ms. */
export type Pin = { side: 'in' | 'out'; from: number; to: number | null };

/** Node ids of what pins add round a segment's rule; `root` is the id of the rule's own root. */
export function pinIds(root: string) {
  return { in: `${root}+in`, out: `${root}+out`, either: `${root}+either`, both: `${root}+both` };
}

/**
 * A segment's rule with its pins: in are those whom the rule finds or who are pinned in, without those kept out. The one
 * place where pins meet rules, so that every evaluator gives them the same meaning.
 */
export function withPins(rule: ResolvedGroup, segmentId: string, sides: PinSides | null): ResolvedGroup {
  const ids = pinIds(rule.id);
  const pinned = (side: 'in' | 'out'): ResolvedPinned => ({ id: ids[side], kind: 'pinned', segmentId, side });
  let root = rule;
  if (sides?.in) root = { id: ids.either, kind: 'group', op: 'any', rules: [pinned('in'), root] };
  if (sides?.out) root = { id: ids.both, kind: 'group', op: 'all', rules: [pinned('out'), root] };
  return root;
}

/** Whether a pin of this side holds at an instant. */
export function isPinned(pins: readonly Pin[], side: 'in' | 'out', asOf: number): boolean {
  return pins.some((pin) => pin.side === side && pin.from <= asOf && (pin.to === null || pin.to > asOf));
}
