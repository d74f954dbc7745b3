import fc from 'fast-check';
import type { SegmentDefinition } from '../ast.ts';
import { arbitraryDefinition } from './arbitrary-rule.ts';
import { segmentIds } from './arbitrary-world.ts';
import type { Published } from './workspace.ts';

const anyAccountRule = arbitraryDefinition('account', { withSegments: false });

/** A random rule behind each segment that random rules refer to. */
export const arbitraryPublished: fc.Arbitrary<Published> = fc
  .tuple(anyAccountRule, anyAccountRule)
  .map((definitions) =>
    Object.fromEntries(segmentIds.map((id, index) => [id, definitions[index] as SegmentDefinition])),
  );
