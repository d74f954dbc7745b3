import type { GroupOperator } from '../ast.ts';
import type { Draft } from '../draft.ts';
import { updateRule } from './update-rule.ts';

export function setGroupOperator(draft: Draft, id: string, op: GroupOperator): Draft {
  return updateRule(draft, id, (node) => (node.kind === 'group' && node.op !== op ? { ...node, op } : node));
}
