import type { RootEntity } from '../ast.ts';
import type { FieldGroupName } from '../catalog.ts';
import type { DraftRule } from '../draft.ts';

/** A ready-made condition in a salesperson's words. A label that ends in … leaves a value to be chosen. */
export type Preset = {
  key: string;
  label: string;
  group: FieldGroupName | 'segments';
  keywords: readonly string[];
  build: (newId: () => string, entity: RootEntity) => DraftRule;
};
