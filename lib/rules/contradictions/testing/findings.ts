import type { SegmentDefinition } from '../../ast.ts';
import { all, definition, is } from '../../testing/rule-makers.ts';
import { catalogWith, resolveInWorkspace } from '../../testing/workspace.ts';
import { type LogicFinding, logicFindings } from '../logic.ts';

/** Segments that rules under test may name. */
export const published = { seg_1: definition(all(is('employees', 'gte', 500))), seg_2: definition(all()) };
export const catalog = catalogWith(published);

/** What logic finds in a definition, over the workspace of tests. */
export function findingsOf(asked: SegmentDefinition): LogicFinding[] {
  return logicFindings(resolveInWorkspace(asked, { catalog, published }).root, catalog);
}
