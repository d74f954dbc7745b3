import { Download } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Menu } from '#components/ui/menu.tsx';

export type MembersFacts = {
  segmentId: string;
  isPublished: boolean;
  /** ISO day that was asked for; '' = now. */
  asOfDay: string;
  latestDay: string;
  timeZone: string;
  currency: string;
  mayExport: boolean;
};

/** Files of the members as they are shown. */
export function ExportMenu({
  facts,
  entity,
  asOfIso,
}: {
  facts: MembersFacts;
  entity: 'account' | 'contact';
  asOfIso: string | null;
}) {
  const file = (of: string) => {
    const query = new URLSearchParams({ format: 'csv', of, ...(asOfIso ? { asOf: asOfIso } : {}) });
    return `/api/v1/segments/${facts.segmentId}/members?${query}`;
  };
  const reason = facts.mayExport ? undefined : 'Your role does not export.';
  const item = (label: string, of: string) => ({
    label,
    ...(reason ? { reason } : { href: file(of), download: true }),
  });
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="sm">
          <Download aria-hidden />
          Export
        </Button>
      }
      items={[
        ...(entity === 'account' ? [item('Accounts as CSV', 'accounts')] : []),
        item('Contacts as CSV', 'contacts'),
      ]}
    />
  );
}

/** Why the list is empty. */
export function NoMembers({ facts }: { facts: MembersFacts }) {
  if (!facts.isPublished) {
    return (
      <EmptyState title="It has no members yet.">
        Members are written when a version is published, and kept true from then on.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={facts.asOfDay === '' ? 'Nobody is in it now.' : 'Nobody was in it on that day.'}>
      {facts.asOfDay === ''
        ? 'The rule selects no account that you may see.'
        : 'Membership is known from the first publish on.'}
    </EmptyState>
  );
}
