import { selectedCount, selectionTest } from '#components/table/selection.ts';
import { formatCount, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { PlanAccountView } from '#lib/shared/plan-account-shapes.ts';
import type { ChangeEffect, HandChangeInput, PlanBook, PlanView } from '#lib/shared/plan-shapes.ts';
import type { HolderOption } from '../planner-context.tsx';
import type { Dragged, DragSource, DropTarget } from './drag-state.ts';

/** What a row's grip picks up: the row alone, or everything chosen when the row is among it. */
export function draggedBy(row: PlanAccountView, { selection, matching, total }: DragSource): Dragged {
  const isChosen = selectionTest(selection)(row.id);
  const count = isChosen ? selectedCount(selection, total) : 1;
  return {
    row,
    selection: isChosen ? selection : { mode: 'some', ids: [row.id] },
    matching,
    count,
    isChosen,
    name: count === 1 ? row.name : formatCount(count, 'account'),
  };
}

/** What a place to drop stands for; null when the plan no longer has it. */
export function targetOf(
  key: string,
  plan: Pick<PlanView, 'territories' | 'books'>,
  holders: readonly HolderOption[],
): DropTarget | null {
  const [kind, id = ''] = key.split(':');
  if (kind === 'territory') {
    const territory = plan.territories.find((item) => item.id === id);
    return territory ? { kind, id, name: territory.name, colourId: territory.colourId ?? id } : null;
  }
  const name =
    holders.find((holder) => holder.id === id)?.name ?? plan.books.find((book) => book.repId === id)?.name;
  return name === undefined ? null : { kind: 'book', id, name };
}

/** The part of a change by hand that says where to. */
export function changeTo(
  { kind, id }: DropTarget,
  slot: PlanBook['slot'],
): Pick<HandChangeInput, 'territoryId' | 'holder'> {
  return kind === 'territory' ? { territoryId: id } : { holder: { slot, repId: id } };
}

/** Why dropping here does nothing, in a sentence; null = it moves them. `effect` is null until it is known. */
export function refusalOf(
  { row, count, name }: Dragged,
  target: DropTarget,
  slot: PlanBook['slot'],
  effect: Pick<ChangeEffect, 'locked'> | null,
): string | null {
  const locked = count === 1 ? Number(row.isLocked) : (effect?.locked ?? 0);
  if (locked > 0) {
    return count === 1
      ? `${name} is locked where it is. Unlock it first.`
      : `${formatNumber(locked)} of these ${name} ${locked === 1 ? 'is' : 'are'} locked. Unlock ${locked === 1 ? 'it' : 'them'} first, or leave ${locked === 1 ? 'it' : 'them'} out.`;
  }
  if (count > 1) return null;
  if (target.kind === 'territory') {
    return row.territoryAfter?.id === target.id ? `${name} lies in ${target.name} already.` : null;
  }
  const holder = row.slots.find((item) => item.slot === slot)?.to;
  return holder?.id === target.id ? `${name} is in the book of ${target.name} already.` : null;
}

const SPOKEN_BOOKS = 3;

/** The effect as one sentence for those who do not see the table. */
export function effectSentence({ books }: Pick<ChangeEffect, 'books'>, targetName: string): string {
  if (books.length === 0) return `${targetName}: no book changes.`;
  const spoken = books.slice(0, SPOKEN_BOOKS).map(({ name, before, after, shareAfter }) => {
    const counts = `${formatNumber(before?.accounts ?? 0)} to ${formatCount(after?.accounts ?? 0, 'account')}`;
    const share = shareAfter === null ? '' : `, ${formatRate(shareAfter, { digits: 0 })} of target`;
    return `${name}: ${counts}${share}`;
  });
  const more = books.length - SPOKEN_BOOKS;
  if (more > 0) spoken.push(`and ${formatCount(more, 'more book')}`);
  return `${targetName}. ${spoken.join('; ')}.`;
}
