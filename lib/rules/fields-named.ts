import type { FieldEntity } from './catalog.ts';
import type {
  Draft,
  DraftFieldCondition,
  DraftFieldGroup,
  DraftRelatedCondition,
  DraftRule,
} from './draft.ts';

type Fields = { entity: FieldEntity; named: string[] };

function ofGroup(group: DraftFieldGroup | DraftFieldCondition): string[] {
  return group.kind === 'group' ? group.rules.flatMap(ofGroup) : [group.field];
}

function ofRelated({ entity, where, measure, window }: DraftRelatedCondition): Fields {
  const measured = 'field' in measure ? measure.field : undefined;
  const named = [measured, window?.field].filter((field) => field !== undefined);
  return { entity, named: [...(where ? ofGroup(where) : []), ...named] };
}

/** Every field that a draft or a definition asks for, as `entity.key` (`account.custom.plants`). */
export function fieldsNamed({ entity, root }: Draft): Set<string> {
  const found = new Set<string>();
  const queue: DraftRule[] = [root];
  for (let rule = queue.pop(); rule; rule = queue.pop()) {
    if (rule.kind === 'group') queue.push(...rule.rules);
    if (rule.kind === 'field') {
      const isOfAccount = entity === 'contact' && rule.field.startsWith('account.');
      found.add(isOfAccount ? rule.field : `${entity}.${rule.field}`);
    }
    if (rule.kind !== 'related') continue;
    const related = ofRelated(rule);
    for (const field of related.named) found.add(`${related.entity}.${field}`);
  }
  return found;
}
