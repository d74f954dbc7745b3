'use client';
import { useDroppable } from '@dnd-kit/core';
import { useLayoutEffect } from 'react';
import { dropKey } from './drag-state.ts';

/**
 * Makes the rows of the plan's tree places to drop, while something is dragged. They stand in a drag of their own (their
 * order), whose inside the library keeps apart, so they are found by what they say of themselves.
 */
export function TerritoryTargets({ ids }: { ids: readonly string[] }) {
  return ids.map((id) => <TerritoryTarget key={id} id={id} />);
}

function TerritoryTarget({ id }: { id: string }) {
  const key = dropKey('territory', id);
  const { setNodeRef } = useDroppable({ id: key });
  useLayoutEffect(() => {
    setNodeRef(document.querySelector<HTMLElement>(`[data-drop="${CSS.escape(key)}"]`));
  }, [key, setNodeRef]);
  return null;
}
