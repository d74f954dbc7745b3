'use client';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { Chip } from '#components/ui/chip.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { useRuleFilter } from './use-rule-filter.ts';

/** Sets the rule that narrows what the planner shows, shows it and takes it off. */
export function RuleFilter({ summary = 'By a rule' }: { summary?: string }) {
  const { draft, setDraft, clear } = useRuleFilter();
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      {draft === null ? (
        <IconButton label="Filter by a rule" onClick={() => setEditing(true)}>
          <ListFilter aria-hidden />
        </IconButton>
      ) : (
        <Chip name="rule" onRemove={clear}>
          <button
            type="button"
            className="max-w-56 truncate"
            title={summary}
            onClick={() => setEditing(true)}
          >
            {summary}
          </button>
        </Chip>
      )}
      {isEditing && (
        <RuleDialog
          title="Show accounts that match"
          description="The map, its table and the list of accounts show these alone. Nothing of the plan changes."
          draft={draft ?? undefined}
          action="Show them"
          onClose={() => setEditing(false)}
          onSave={async (next) => {
            setEditing(false);
            setDraft(next);
          }}
        />
      )}
    </>
  );
}
