import type { Catalog } from '../catalog.ts';
import type { Draft } from '../draft.ts';
import type { ResolvedDefinition } from '../resolved.ts';
import type { RuleFacts } from './finding.ts';

/** What every look at the data needs to know. */
export type Asking = {
  catalog: Catalog;
  facts: RuleFacts;
  draft: Draft;
  moment: ResolvedDefinition;
  newId: () => string;
};
