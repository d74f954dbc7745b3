import { createContext, useContext } from 'react';
import type { RowSelection } from '#components/table/selection.ts';
import type { PlanAccountView } from '#lib/shared/plan-account-shapes.ts';
import type { Matching } from '../move-panel.tsx';

/** The list that accounts are dragged out of: what is chosen in it, what it shows, how many that is. */
export type DragSource = { selection: RowSelection; matching: Matching; total: number };

/** What is being dragged: one account, or all that are chosen when it is one of them. */
export type Dragged = {
  /** The row it was picked up by. */
  row: PlanAccountView;
  selection: RowSelection;
  matching: Matching;
  count: number;
  /** All that are chosen in the list, not one row of it that is not. */
  isChosen: boolean;
  /** `Acme`, or `12 accounts`. */
  name: string;
};

/** Where accounts can be dropped. */
export type DropTarget =
  | { kind: 'territory'; id: string; name: string; colourId: string }
  | { kind: 'book'; id: string; name: string };

/** The name of a place to drop in the page (`data-drop`), and of its droppable. */
export const dropKey = (kind: DropTarget['kind'], id: string) => `${kind}:${id}`;

/** How such a place looks while they are held over it. */
export const DROP_OVER = 'bg-accent-soft font-medium shadow-[inset_0_0_0_1px_var(--accent)]';

const DragSourceContext = createContext<DragSource | null>(null);
export const DragSourceProvider = DragSourceContext.Provider;

/** The list around a grip; null where nothing can be dragged. */
export function useDragSource(): DragSource | null {
  return useContext(DragSourceContext);
}

const DropOverContext = createContext<string | null>(null);
export const DropOverProvider = DropOverContext.Provider;

/** Whether accounts are held over this place now. */
export function useIsDropOver(kind: DropTarget['kind'], id: string): boolean {
  return useContext(DropOverContext) === dropKey(kind, id);
}
