import type { Catalog } from '../catalog.ts';
import type { Draft } from '../draft.ts';
import type { ValuesOf } from '../typed/known-values.ts';

/** A hole that the data cannot fill: which node is unfinished, and what to ask the person. */
export type Ask = { nodeId: string; question: string };

export type TemplateContext = {
  newId: () => string;
  catalog: Catalog;
  /** Values that the data hold for a field, by `entity.key`. */
  valuesOf: ValuesOf;
};

/** A draft ready to be edited; it is finished when nothing is asked. */
export type TemplateSegment = { name: string; description: string; draft: Draft; asks: Ask[] };

/** A starting point. Most make one segment; a split or a model makes several that belong together. */
export type Template = {
  key: string;
  name: string;
  description: string;
  kind: 'segment' | 'split' | 'model';
  build: (context: TemplateContext) => TemplateSegment[];
};
