/**
 * A condition with its opposite: SOQL has no NOT that would be safe around everything, so negation goes to the leaves.
 * `subSelect` is the path of the rule's part that a sub-select stands for: these may not stand everywhere.
 */
export type SoqlLeaf = { yes: string; no: string; subSelect?: string };
export type SoqlNode = SoqlLeaf | { joined: 'AND' | 'OR'; parts: readonly SoqlNode[] };

export function all(parts: readonly SoqlNode[]): SoqlNode {
  return { joined: 'AND', parts };
}

export function any(parts: readonly SoqlNode[]): SoqlNode {
  return { joined: 'OR', parts };
}

/** The complement, by De Morgan. */
export function opposite(node: SoqlNode): SoqlNode {
  if (!('joined' in node)) return { ...node, yes: node.no, no: node.yes };
  return { joined: node.joined === 'AND' ? 'OR' : 'AND', parts: node.parts.map(opposite) };
}

/** Like joins in like dissolve, and a join of one is that one. */
export function flatten(node: SoqlNode): SoqlNode {
  if (!('joined' in node)) return node;
  const parts = node.parts
    .map(flatten)
    .flatMap((part) => ('joined' in part && part.joined === node.joined ? part.parts : [part]));
  const [first] = parts;
  return parts.length === 1 && first ? first : { joined: node.joined, parts };
}

/** The parts that all have to hold. */
export function conjuncts(node: SoqlNode): readonly SoqlNode[] {
  return 'joined' in node && node.joined === 'AND' ? node.parts : [node];
}

/** A join of nothing: every record has an id. */
function constant(isTrue: boolean): string {
  return isTrue ? 'Id != null' : 'Id = null';
}

/** Without outer brackets; inner joins have theirs. */
export function soqlText(node: SoqlNode): string {
  if (!('joined' in node)) return node.yes;
  if (node.parts.length === 0) return constant(node.joined === 'AND');
  return node.parts
    .map((part) => ('joined' in part && part.parts.length > 0 ? `(${soqlText(part)})` : soqlText(part)))
    .join(` ${node.joined} `);
}
