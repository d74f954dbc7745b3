import type { Rule, SegmentDefinition } from '#lib/rules/ast.ts';
import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';

/** The condition whose removal alone brings the most back, with how many; null when none does. */
export type Culprit = {
  rule: Rule;
  without: number;
  /** How many of those have no value in its field at all. */
  noRows: number;
};

function nodesOf(rule: Rule): Rule[] {
  return rule.kind === 'group' ? [rule, ...rule.rules.flatMap(nodesOf)] : [rule];
}

/** Which condition emptied a rule: of those that alone bring somebody back, conditions before groups, the most first. */
export function emptiedBy(definition: SegmentDefinition, preview: SegmentPreview): Culprit | null {
  if (preview.count > 0) return null;
  const found = nodesOf(definition.root)
    .slice(1)
    .flatMap((rule) => {
      const without = preview.conditions?.[rule.id]?.without ?? 0;
      return without > 0 ? [{ rule, without }] : [];
    })
    .sort(
      (a, b) => Number(a.rule.kind === 'group') - Number(b.rule.kind === 'group') || b.without - a.without,
    );
  const [first] = found;
  if (!first) return null;
  const noRows = first.rule.kind === 'field' ? (preview.unknowns?.out[first.rule.field] ?? 0) : 0;
  return { ...first, noRows: Math.min(noRows, first.without) };
}

/** Conditions that nobody passes whatever else is asked. */
export function passedByNobody(definition: SegmentDefinition, { conditions }: SegmentPreview): Rule[] {
  return nodesOf(definition.root).filter(
    (rule) => rule.kind !== 'group' && conditions?.[rule.id]?.alone === 0,
  );
}
