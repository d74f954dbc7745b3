import type { GroupOperator } from './ast.ts';

/** A node of an explanation, as far as it says what would have to change. */
export type Standing = {
  id: string;
  kind: 'group' | 'field' | 'related' | 'segment' | 'pinned';
  op: GroupOperator | null;
  outcome: boolean;
  children: readonly Standing[];
};

/** A condition that would have to turn, and into what. */
export type Turn = { id: string; holds: boolean };

function fewest(ways: readonly Turn[][]): Turn[] {
  return (
    ways.reduce<Turn[] | null>((best, way) => (best && best.length <= way.length ? best : way), null) ?? []
  );
}

/** The operator that a referenced segment's rule is asked by: its node is true when membership is as wanted. */
function insideOf(node: Standing): { inside: Standing; isSame: boolean } | null {
  const [inside] = node.children;
  return node.kind === 'segment' && inside ? { inside, isSame: inside.outcome === node.outcome } : null;
}

/**
 * The fewest conditions that would have to turn for a node to become `wanted`; each is taken to turn by itself. In a group
 * where one is enough the cheapest is named, the first of equals. Empty when it is so already.
 */
export function fewestTurns(node: Standing, wanted: boolean): Turn[] {
  if (node.outcome === wanted) return [];
  const referenced = insideOf(node);
  if (referenced) return fewestTurns(referenced.inside, referenced.isSame ? wanted : !wanted);
  if (node.kind !== 'group' || node.children.length === 0) return [{ id: node.id, holds: wanted }];
  const isEach = (node.op === 'any') !== wanted;
  const childWanted = node.op === 'none' ? !wanted : wanted;
  const ways = node.children.map((child) => fewestTurns(child, childWanted));
  return isEach ? ways.flat() : fewest(ways);
}
