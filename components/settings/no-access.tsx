import { type Action, actions, type Role, roleLabels } from '#lib/permissions/roles.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** Instead of a page that a role may not open: what it would be for, and who may. */
export function NoAccess({ role, action }: { role: Role; action: Action }) {
  const allowed = actions[action].roles.map((one) => roleLabels[one]).join(', ');
  return (
    <div className="p-4">
      <EmptyState title={`Your role (${roleLabels[role]}) does not open this page.`}>
        {actions[action].label}: for {allowed}.
      </EmptyState>
    </div>
  );
}
