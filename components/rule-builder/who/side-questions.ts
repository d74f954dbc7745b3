import type { Condition, FieldCondition, Rule, SegmentDefinition } from '#lib/rules/ast.ts';
import { type Catalog, findField } from '#lib/rules/catalog.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { setMuted } from '#lib/rules/edit/set-muted.ts';
import { allNodes } from '#lib/rules/edit/tree.ts';
import { loosen, type Loosened, withCondition } from '#lib/rules/loosen.ts';
import { positiveOf } from '#lib/rules/operators.ts';
import { toDefinition } from '#lib/rules/to-definition.ts';
import { narrowed } from '#lib/rules/variants.ts';
import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';

/** A small extra count, asked after everything else. */
export type SideQuestion = {
  key: string;
  definition: SegmentDefinition;
  /** Also how many this node keeps alone. */
  aloneOf?: string;
};

const MOST_OF_A_KIND = 6;

function conditionsOf(rule: Rule): Condition[] {
  return rule.kind === 'group' ? rule.rules.flatMap(conditionsOf) : [rule];
}

/** Muted parts of a draft: what each keeps alone, and the count with it. */
export function mutedQuestions(draft: Draft, catalog: Catalog): SideQuestion[] {
  return allNodes(draft.root)
    .filter((node) => node.muted)
    .slice(0, MOST_OF_A_KIND)
    .flatMap(({ id }) => {
      const { definition, omitted } = toDefinition(setMuted(draft, id, false), catalog);
      const isAsked = !omitted.some((node) => node.id === id) && conditionsOf(definition.root).length > 0;
      return isAsked ? [{ key: `muted ${id}`, definition, aloneOf: id }] : [];
    });
}

/** Negative conditions: how many members have no value in the field. */
export function missingQuestions(definition: SegmentDefinition): SideQuestion[] {
  return conditionsOf(definition.root)
    .filter((rule): rule is FieldCondition => rule.kind === 'field')
    .filter(({ operator }) => positiveOf(operator) !== null && operator !== 'empty')
    .slice(0, MOST_OF_A_KIND)
    .map(({ id, field }) => ({
      key: `missing ${id}`,
      definition: narrowed(definition, { id: 'no-value', kind: 'field', field, operator: 'empty' }),
    }));
}

/** A near-miss with what the count would be when it is loosened; null while that is not known. */
export type LoosenedMiss = NearMiss & { countThen: number | null };

export type NearMiss = { condition: Condition; count: number; loosened: Loosened | null };

/** Near-misses by condition, the most first. */
export function nearMissesOf(
  definition: SegmentDefinition,
  preview: SegmentPreview | null,
  catalog: Catalog,
): NearMiss[] {
  const counts = preview?.nearMisses ?? {};
  return conditionsOf(definition.root)
    .flatMap((condition) => {
      const near = counts[condition.id];
      if (!near || near.count === 0) return [];
      const field =
        condition.kind === 'field' ? findField(catalog, definition.entity, condition.field) : null;
      const loosened = loosen(condition, near.closest, field?.unit === 'year');
      return [{ condition, count: near.count, loosened }];
    })
    .sort((a, b) => b.count - a.count);
}

/** The near-misses that are told beside the count: the most, and the most that a looser number would let in. */
export function toldMisses(near: readonly LoosenedMiss[], count: number): LoosenedMiss[] {
  const [most] = near;
  const isLooser = ({ loosened, countThen }: LoosenedMiss) =>
    loosened !== null && countThen !== null && countThen > count;
  const looser = near.find(isLooser);
  return [most, most && !isLooser(most) ? looser : undefined].filter((one) => one !== undefined);
}

/** What loosening the condition of each near-miss would make of the count. */
export function loosenedQuestions(definition: SegmentDefinition, near: readonly NearMiss[]): SideQuestion[] {
  return near.slice(0, MOST_OF_A_KIND).flatMap(({ loosened }) => {
    if (!loosened) return [];
    const { condition } = loosened;
    return [{ key: loosenedKey(loosened), definition: withCondition(definition, condition) }];
  });
}

/** The key of the answer to `loosenedQuestions`. */
export function loosenedKey({ condition, to }: Loosened): string {
  return `loosened ${condition.id} ${to}`;
}
