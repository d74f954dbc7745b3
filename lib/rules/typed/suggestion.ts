import type { EpochDay } from '#lib/shared/days.ts';
import type { RootEntity } from '../ast.ts';
import type { Catalog } from '../catalog.ts';
import type { DraftRule } from '../draft.ts';
import type { ValuesOf } from './known-values.ts';

/** One ready-made condition that typed text may mean; `detail` says what kind of thing it asks. */
export type Suggestion = { label: string; detail: string; rule: DraftRule };

/** A higher `rank` is a surer reading; an unfinished rule leaves its value to be chosen. */
export type Candidate = { rank: number; detail: string; rule: DraftRule; label?: string };

export type TypedContext = {
  entity: RootEntity;
  newId: () => string;
  /** Values that the data hold for a field, by `entity.key`; the vocabulary that ships is always known. */
  valuesOf?: ValuesOf;
  /** Today in the workspace, for days typed without a year; where it is not known they are not read. */
  todayOn?: EpochDay;
};

export type Reading = TypedContext & { catalog: Catalog; valuesOf: ValuesOf };
