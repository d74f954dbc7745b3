import type { RowSelection } from '#components/table/selection.ts';

/** What is chosen in the planner, by the map and the list alike. */
export type ChosenAccounts = {
  /** The filter of the list that it was made in and that it lasts with; null = named one by one on the map. */
  of: string | null;
  selection: RowSelection;
};
