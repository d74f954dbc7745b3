import type { SegmentDefinition } from './ast.ts';
import { canonicalText } from './canonical.ts';
import { sha256 } from './sha256.ts';
import { simplify } from './simplify.ts';

/**
 * 64 hex digits, the same for definitions that differ only in node ids, in order where order means nothing, or in what
 * `simplify` removes. Spelling counts: `Retail` and `retail` select alike but are told apart.
 */
export function digest(definition: SegmentDefinition): string {
  const { version, entity, root } = simplify(definition);
  return sha256(JSON.stringify([version, entity, canonicalText(root)]));
}
