import { render } from '@testing-library/react';
import { vi } from 'vitest';
import type { RowSelection } from '#components/table/selection.ts';
import { Announcer } from '#components/ui/announcer.tsx';
import { Toaster } from '#components/ui/toaster.tsx';
import type { PlanAccountView } from '#lib/shared/plan-account-shapes.ts';
import type { PlanBook } from '#lib/shared/plan-shapes.ts';
import { plan, PlannerAround } from '../testing.tsx';
import { AccountDrag } from './account-drag.tsx';
import { AccountGrip } from './account-grip.tsx';
import { DragSourceProvider } from './drag-state.ts';

const side = { potentialAmount: 0, potentialUnknown: 0, workloadTouches: 0 };
/** The book of a rep with nine accounts, and so many after. */
export const bookWith = (repId: string, name: string, accounts = 9): PlanBook => ({
  slot: 'ae',
  repId,
  name,
  kind: 'rep',
  managerId: null,
  managerName: 'Mo Lee',
  capacityTouches: null,
  maxAccounts: 10,
  shareBefore: 1,
  shareAfter: 1,
  before: { ...side, accounts: 9 },
  after: { ...side, accounts },
});
const books = [bookWith('rep_1', 'Ada Lund'), bookWith('rep_2', 'Ben Hale')];
/** Lies in West, in the book of Ada Lund. */
export const acme: PlanAccountView = {
  id: 'acc_1',
  name: 'Acme',
  country: 'US',
  state: 'US-WA',
  potentialAmount: 100,
  workloadTouches: 1,
  territoryBefore: { id: 'ter_1', name: 'West' },
  territoryAfter: { id: 'ter_1', name: 'West' },
  step: 'geography',
  isLocked: false,
  reason: null,
  losing: [],
  slots: [{ slot: 'ae', from: null, to: { id: 'rep_1', name: 'Ada Lund' }, reason: null }],
};

/** A list with one account at the right of a tree of two territories, 20 px each, and the books once one drags. */
export function openDrag({
  row = acme,
  selection = { mode: 'some', ids: [] } as RowSelection,
  canMove = true,
  onMoved = vi.fn(),
} = {}) {
  const matching = { territory: null, rep: null, q: '', changes: false, locked: false };
  render(
    <PlannerAround
      plan={{ ...plan, books }}
      holders={[
        { id: 'rep_1', name: 'Ada Lund', kind: 'rep', role: 'AE' },
        { id: 'rep_2', name: 'Ben Hale', kind: 'rep', role: 'AE' },
        { id: 'rep_3', name: 'Cy New', kind: 'rep', role: 'AE' },
      ]}
    >
      <AccountDrag slot="ae" onMoved={onMoved}>
        <div data-drop-area="territories">
          <div data-drop="territory:ter_1" />
          <div data-drop="territory:ter_2" />
        </div>
        <DragSourceProvider value={canMove ? { selection, matching, total: 40 } : null}>
          <AccountGrip row={row} />
        </DragSourceProvider>
      </AccountDrag>
      <Announcer />
      <Toaster />
    </PlannerAround>,
  );
  return onMoved;
}

/** Where things stand: the tree at 0–100 px, the list behind it, the books from 500 px on, 20 px a row. */
export function rectOf(this: Element): DOMRect {
  const key = this.getAttribute('data-drop');
  const area = this.getAttribute('data-drop-area');
  if (area) return new DOMRect(area === 'books' ? 500 : 0, 0, 100, 100);
  if (key === null) return new DOMRect(200, 50, 10, 10);
  const at = [...document.querySelectorAll(`[data-drop^="${key.split(':')[0]}"]`)].indexOf(this);
  return new DOMRect(key.startsWith('book') ? 500 : 0, at * 20, 100, 20);
}
