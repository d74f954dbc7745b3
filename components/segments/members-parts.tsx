import { type FileChoice, FileMenu } from '#components/table/file-menu.tsx';
import type { BulkFacts } from '#components/accounts/bulk-actions.tsx';
import type { CustomColumn } from '#lib/shared/custom-cells.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { PinnedSegment } from './pin-actions.ts';

export type MembersFacts = {
  segment: PinnedSegment;
  bulk: BulkFacts;
  /** Own fields of what is listed. */
  customFields: CustomColumn[];
  /** Why the person may not pin; null when they may. */
  noPin: string | null;
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
    const query = new URLSearchParams({ of, ...(asOfIso ? { asOf: asOfIso } : {}) });
    return `/api/v1/segments/${facts.segment.id}/members?${query}`;
  };
  const choice = (label: string, of: string): FileChoice => ({
    label,
    reason: facts.mayExport ? undefined : 'Your role does not export.',
    address: file(of),
  });
  return (
    <FileMenu
      choices={[
        ...(entity === 'account' ? [choice('Accounts', 'accounts')] : []),
        choice('Contacts', 'contacts'),
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
