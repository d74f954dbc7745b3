import { EmptyState } from '#components/ui/empty-state.tsx';

/** What the page is for, before anything was worked out. */
export function BeforeFirst() {
  return (
    <div className="p-4">
      <EmptyState title="Who should hold which account?">
        Say what matters to you, and a proposal is worked out: what improves, which accounts change hands and
        why, and how far it can be from the best possible at most. Nothing moves until you accept it.
      </EmptyState>
    </div>
  );
}
