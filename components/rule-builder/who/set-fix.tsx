'use client';
import { Button } from '#components/ui/button.tsx';
import { findField } from '#lib/rules/catalog.ts';
import { numberText } from '#lib/rules/describe/context.ts';
import { orIsUnknown } from '#lib/rules/edit/or-is-unknown.ts';
import { updateRule } from '#lib/rules/edit/update-rule.ts';
import { formatNumber } from '#lib/shared/format.ts';
import { newNodeId } from '../new-id.ts';
import { useRuleEditing } from '../rule-editing.ts';
import { nodeName } from '../words.ts';
import type { LoosenedMiss } from './side-questions.ts';

/** Moves the bound that near-misses fail a little further out, and says what the count is then. */
export function LoosenButton({ miss, count }: { miss: LoosenedMiss; count: number }) {
  const { draft, words, edit, isReadOnly, catalog } = useRuleEditing();
  const { condition, loosened, countThen } = miss;
  if (!loosened || countThen === null || countThen <= count || isReadOnly) return null;
  const field = condition.kind === 'field' ? findField(catalog, draft.entity, condition.field) : null;
  const name = nodeName(condition, draft.entity, words);
  const bound = numberText(field, loosened.to, words);
  return (
    <Button
      variant="link"
      onClick={() =>
        edit(
          updateRule(draft, condition.id, () => loosened.condition),
          { say: `${name} loosened to ${bound}` },
        )
      }
    >
      Loosen to {bound} → {formatNumber(countThen)}
      <InsteadOf of={name} count={count} />
    </Button>
  );
}

/** Lets in those whose missing value might let them in; `more` of them. */
export function UnknownButton({ field, more, count }: { field: string; more: number; count: number }) {
  const { draft, edit, isReadOnly, catalog } = useRuleEditing();
  const label = findField(catalog, draft.entity, field)?.label ?? field;
  if (more === 0 || isReadOnly) return null;
  return (
    <Button
      variant="link"
      onClick={() =>
        edit(orIsUnknown(draft, field, newNodeId), { say: `Those with no ${label.toLowerCase()} are in` })
      }
    >
      Or {label} is unknown → {formatNumber(count + more)}
      <InsteadOf of={label} count={count} />
    </Button>
  );
}

/** What the arrow means, for those who do not see where the button stands. */
function InsteadOf({ of, count }: { of: string; count: number }) {
  return (
    <span className="sr-only">
      {' '}
      instead of {formatNumber(count)} ({of})
    </span>
  );
}
