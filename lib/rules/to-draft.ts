import type { SegmentDefinition } from './ast.ts';
import type { Draft } from './draft.ts';

/** A definition opened for editing: every definition is a finished draft. */
export function toDraft(definition: SegmentDefinition): Draft {
  return definition;
}
