'use client';
import { ListFilter } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import { type ReactNode, useMemo, useState } from 'react';
import { Chip } from '#components/ui/chip.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { unpackCatalog } from '#lib/rules/packed-catalog.ts';
import { toDefinition } from '#lib/rules/to-definition.ts';
import { usePlanner } from './planner-context.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { ruleOfAddress } from './rule-of-address.ts';

/**
 * A rule that narrows what the planner shows, the same one on the map and in the list: `rule` is its definition as JSON
 * for the server, `control` sets it, shows it and takes it off.
 */
export function useRuleFilter(): {
  rule: string | null;
  isUnreadable: boolean;
  clear: () => void;
  control: ReactNode;
} {
  const { catalog } = usePlanner();
  const [text, setText] = useQueryState('rule', parseAsString.withOptions({ history: 'replace' }));
  const [isEditing, setEditing] = useState(false);
  const read = useMemo(() => ruleOfAddress(text), [text]);
  const draft = read === 'unreadable' ? null : read;
  // What cannot be read is asked for as it is, so that its refusal is shown instead of everything.
  const rule = useMemo(
    () => (draft === null ? text : JSON.stringify(toDefinition(draft, unpackCatalog(catalog)).definition)),
    [draft, text, catalog],
  );
  const clear = () => void setText(null);
  const control = (
    <>
      {draft === null ? (
        <IconButton label="Filter by a rule" onClick={() => setEditing(true)}>
          <ListFilter aria-hidden />
        </IconButton>
      ) : (
        <Chip name="rule" onRemove={clear}>
          <button type="button" onClick={() => setEditing(true)}>
            By a rule
          </button>
        </Chip>
      )}
      {isEditing && (
        <RuleDialog
          title="Show accounts that match"
          description="The list and the map show these alone. Nothing of the plan changes."
          draft={draft ?? undefined}
          action="Show them"
          onClose={() => setEditing(false)}
          onSave={async (next) => {
            setEditing(false);
            await setText(next.root.rules.length > 0 ? JSON.stringify(next) : null);
          }}
        />
      )}
    </>
  );
  return { rule, isUnreadable: read === 'unreadable', clear, control };
}
