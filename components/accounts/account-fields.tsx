'use client';
import { useState } from 'react';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import type { Account, RecordField } from '#lib/shared/account-shapes.ts';
import { formatCount } from '#lib/shared/format.ts';
import type { AccountFacts } from './account-page.tsx';
import { FieldRows } from './field-rows.tsx';
import { useRecordFields } from './use-record-fields.ts';

const groupTitles: Record<string, string> = {
  firmographic: 'Company',
  geographic: 'Place',
  needs: 'Needs',
  behavioural: 'Behaviour',
  deals: 'Deals',
  planning: 'Planning',
  custom: 'Own fields',
};

const section = 'border-b border-line px-4 py-2 last:border-b-0';

/** All fields by group, empty ones behind a button, then the corporate family. */
export function AccountFields({
  account,
  facts,
  mayEdit,
  onChanged,
}: {
  account: Account;
  facts: AccountFacts;
  mayEdit: boolean;
  onChanged: () => void;
}) {
  const [showsEmpty, setShowsEmpty] = useState(false);
  const record = useRecordFields('account', account, onChanged);
  const empty = record.fields.filter((field) => field.value === null).length;
  const shown = record.fields.filter((field) => showsEmpty || field.value !== null);
  const groups = [...new Set(record.fields.map((field) => field.group))];
  return (
    <>
      {groups.map((group) => {
        const fields = shown.filter((field: RecordField) => field.group === group);
        if (fields.length === 0) return null;
        return (
          <div key={group} className={section}>
            <SectionHeader title={groupTitles[group] ?? group} />
            <FieldRows
              record={record}
              fields={fields}
              clock={facts}
              currency={facts.currency}
              mayEdit={mayEdit}
            />
          </div>
        );
      })}
      {empty > 0 && (
        <div className={section}>
          <Button variant="ghost" size="sm" onClick={() => setShowsEmpty(!showsEmpty)}>
            {showsEmpty ? 'Hide what is not known' : `Show ${formatCount(empty, 'field')} without a value`}
          </Button>
        </div>
      )}
      <Family account={account} />
    </>
  );
}

type Member = Account['family']['children'][number];

function MemberName({ member }: { member: Member }) {
  if (member.id === null) {
    return (
      <span className="text-ink-2" title="Not in your book">
        {member.name}
      </span>
    );
  }
  return (
    <AppLink href={`/accounts/${member.id}`} className="text-ink hover:underline">
      {member.name}
    </AppLink>
  );
}

function Family({ account }: { account: Account }) {
  const { parent, root, children, accounts } = account.family;
  const isAlone = parent === null && children.length === 0;
  return (
    <div className={section}>
      <SectionHeader title="Corporate family" fact={isAlone ? undefined : formatCount(accounts, 'account')} />
      {isAlone && (
        <p className="py-1 text-ink-3">It stands alone: no parent and no subsidiaries are known.</p>
      )}
      {root && root.name !== parent?.name && (
        <p className="py-1">
          <span className="text-ink-3">Topmost </span>
          <MemberName member={root} />
        </p>
      )}
      {parent && (
        <p className="py-1">
          <span className="text-ink-3">Part of </span>
          <MemberName member={parent} />
        </p>
      )}
      {children.length > 0 && (
        <ul className="pb-1">
          {children.map((child, index) => (
            <li key={child.id ?? index} className="flex min-h-7 items-center">
              <MemberName member={child} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
