'use client';
import { useMemo, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/cn.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { RuleEditor } from '#components/rule-builder/rule-editor.tsx';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { unpackCatalog } from '#lib/rules/packed-catalog.ts';
import { formatCount } from '#lib/shared/format.ts';
import { usePlanner } from './planner-context.tsx';
import { useRuleCount } from './use-rule-count.ts';

export const emptyDraft: Draft = {
  version: 1,
  entity: 'account',
  root: { id: 'root', kind: 'group', op: 'all', rules: [] },
};

/** The rule editor in a dialog, with the count of what the rule matches by itself. */
export function RuleDialog({
  title,
  description = 'Takes the accounts that match and that no lock, name or earlier rule has taken.',
  draft,
  action,
  onClose,
  onSave,
}: {
  title: string;
  /** What the rule is for; a territory's, if nothing is said. */
  description?: string;
  /** As stored; anything unreadable starts empty. */
  draft: unknown;
  action: string;
  onClose: () => void;
  onSave: (draft: Draft) => Promise<void>;
}) {
  const { catalog: packed, currency, now, timeZone, fiscalYearStartMonth } = usePlanner();
  const catalog = useMemo(() => unpackCatalog(packed), [packed]);
  const [edited, setEdited] = useState<Draft>((draft as Draft | undefined) ?? emptyDraft);
  const [isBusy, setBusy] = useState(false);
  const calendar = useMemo(() => ({ timeZone, fiscalYearStartMonth }), [timeZone, fiscalYearStartMonth]);

  return (
    <Dialog
      open
      width={720}
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      footer={
        <>
          <RuleCount draft={edited} catalog={catalog} />
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={isBusy}
            onClick={() => {
              setBusy(true);
              void onSave(edited).finally(() => setBusy(false));
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      <div className="-mx-4 flex min-h-80 flex-col">
        <RuleEditor
          draft={edited}
          onChange={setEdited}
          isInLayer
          catalog={catalog}
          calendar={calendar}
          currency={currency}
          asOf={now}
        />
      </div>
    </Dialog>
  );
}

/** How many accounts a rule matches by itself, counted again with every change. */
export function RuleCount({ draft, catalog }: { draft: Draft; catalog: Catalog }) {
  const { count, isStale, problem } = useRuleCount(draft, catalog);
  return (
    <output className={cn('mr-auto', isStale && 'is-stale', problem && 'text-caution-ink')}>
      {problem ?? (count === null ? 'Counting…' : `${formatCount(count, 'account')} match the rule`)}
    </output>
  );
}
