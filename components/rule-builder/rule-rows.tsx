'use client';
import { cn } from '#components/ui/cn.ts';
import type { GroupOperator } from '#lib/rules/ast.ts';
import type { DraftGroup } from '#lib/rules/draft.ts';
import { RuleRow } from './rule-row.tsx';

/** The rows of a group on their rail: a hairline through the conjunctions. */
export function RuleRows({
  group,
  around,
  isNested = false,
}: {
  group: DraftGroup;
  around: readonly GroupOperator[];
  isNested?: boolean;
}) {
  const inside = [...around, group.op];
  return (
    <ol
      className={cn(
        'relative max-sm:before:hidden',
        group.rules.length > 1 &&
          'before:absolute before:top-[22px] before:bottom-11 before:left-[26px] before:border-l before:border-line-strong',
        isNested && '-ml-2',
      )}
    >
      {group.rules.map((rule, index) => (
        <RuleRow
          key={rule.id}
          rule={rule}
          index={index}
          around={inside}
          nested={
            rule.kind === 'group' &&
            rule.rules.length > 0 && <RuleRows group={rule} around={inside} isNested />
          }
        />
      ))}
    </ol>
  );
}
