import type { GroupOperator, Operator, RelatedEntity, RootEntity, Value, Window } from '../ast.ts';
import type {
  DraftFieldCondition,
  DraftFieldGroup,
  DraftGroup,
  DraftRelatedCondition,
  DraftRule,
} from '../draft.ts';

export type NewId = () => string;

/** One thing asked of a field; without a value it is still to be filled in. */
export type Asked = readonly [field: string, operator: Operator, value?: Value];

export function asked(newId: NewId, [field, operator, value]: Asked): DraftFieldCondition {
  return { id: newId(), kind: 'field', field, operator, ...(value === undefined ? {} : { value }) };
}

export function grouped(newId: NewId, op: GroupOperator, rules: DraftRule[]): DraftGroup {
  return { id: newId(), kind: 'group', op, rules };
}

export type Rows = {
  entity: RelatedEntity;
  where?: readonly Asked[];
  window?: Window | undefined;
  operator?: DraftRelatedCondition['operator'];
  value?: number | [number, number];
  of?: DraftRelatedCondition['of'];
};

function whereOf(newId: NewId, where: readonly Asked[]): DraftFieldGroup | null {
  if (where.length === 0) return null;
  return { id: newId(), kind: 'group', op: 'all', rules: where.map((one) => asked(newId, one)) };
}

/** So many rows of a kind, at least one unless said otherwise. In a rule about contacts the rows are their account's. */
export function rows(newId: NewId, root: RootEntity, more: Rows): DraftRelatedCondition {
  const { entity, where = [], window, operator = 'gte', value = 1 } = more;
  const of = more.of ?? (root === 'contact' ? 'account' : undefined);
  return {
    id: newId(),
    kind: 'related',
    entity,
    ...(of === undefined ? {} : { of }),
    where: whereOf(newId, where),
    ...(window === undefined ? {} : { window }),
    measure: { fn: 'count' },
    operator,
    value,
  };
}

/** An account field as the root reaches it. */
export function accountField(root: RootEntity, key: string): string {
  return root === 'contact' ? `account.${key}` : key;
}
