import type { FieldGroup, Group, Rule, SegmentDefinition } from './ast.ts';
import type { Catalog } from './catalog.ts';
import type {
  Draft,
  DraftFieldGroup,
  DraftGroup,
  DraftRelatedCondition,
  DraftRule,
  Omitted,
} from './draft.ts';
import type { KnownValues } from './parse/parse-place.ts';
import type { Walk } from './parse/parse-rule.ts';
import { enterGroup, enterRow, parseRule, startWalk } from './parse/parse-rule.ts';
import { collectIssues } from './parse/report.ts';

/** Where no one says which places the data hold as typed, every place is taken; the server looks again. */
const anyPlace: KnownValues = () => ({ has: () => true });

type Leave = (node: { id: string }, reason: Omitted['reason'], message: string) => null;

function finishedRule(rule: DraftRule, walk: Walk, leave: Leave): Rule | null {
  const { issues, report } = collectIssues();
  const finished = Object.fromEntries(
    Object.entries(rule).filter(([key, value]) => key !== 'muted' && value !== undefined),
  );
  const parsed = parseRule(finished, '', { ...walk, report });
  if (parsed && issues.length === 0) return parsed;
  return leave(rule, 'unfinished', issues[0]?.message ?? 'This condition is not finished.');
}

function relatedToRule(rule: DraftRelatedCondition, walk: Walk, leave: Leave): Rule | null {
  if (rule.where === null) return finishedRule(rule, walk, leave);
  const inRow = enterRow({ ...walk, seenIds: new Set() }, rule.entity);
  const where = rule.where.muted
    ? leave(rule.where, 'muted', 'Muted.')
    : groupToRule(rule.where, inRow, leave);
  if (!where) return leave(rule, 'emptied', 'Nothing is left of what it asks of a row.');
  return finishedRule({ ...rule, where: where as FieldGroup }, walk, leave);
}

function toRule(rule: DraftRule, walk: Walk, leave: Leave): Rule | null {
  if (rule.muted) return leave(rule, 'muted', 'Muted.');
  if (rule.kind === 'group') return groupToRule(rule, walk, leave);
  return rule.kind === 'related' ? relatedToRule(rule, walk, leave) : finishedRule(rule, walk, leave);
}

function childrenToRules(group: DraftGroup | DraftFieldGroup, walk: Walk, leave: Leave): Rule[] {
  const present = group.rules.filter((rule) => !rule.muted);
  const inside = enterGroup(walk, group.op, present);
  return group.rules.map((rule) => toRule(rule, inside, leave)).filter((rule) => rule !== null);
}

function groupToRule(group: DraftGroup | DraftFieldGroup, walk: Walk, leave: Leave): Group | null {
  const rules = childrenToRules(group, walk, leave);
  if (group.rules.length === 0) return leave(group, 'unfinished', 'This group has no conditions yet.');
  if (rules.length === 0) return leave(group, 'emptied', 'Nothing in this group is counted.');
  return { id: group.id, kind: 'group', op: group.op, rules };
}

/**
 * What a draft means now, and what was left out of it: muted and unfinished conditions, groups that this empties or that
 * hold nothing yet, and related conditions of whose `where` nothing is left. A root that this empties asks for nothing.
 */
export function toDefinition(
  draft: Draft,
  catalog: Catalog,
  knownValues: KnownValues = anyPlace,
): { definition: SegmentDefinition; omitted: Omitted[] } {
  const omitted: Omitted[] = [];
  const leave: Leave = ({ id }, reason, message) => {
    omitted.push({ id, reason, message });
    return null;
  };
  const { report } = collectIssues();
  const walk = startWalk(draft.entity, catalog, knownValues, report);
  const { id, kind, op } = draft.root;
  const rules = draft.root.muted ? [] : childrenToRules(draft.root, walk, leave);
  if (draft.root.muted) leave(draft.root, 'muted', 'Muted.');
  const isEmptied = rules.length === 0 && draft.root.rules.length > 0;
  const root: Group = { id, kind, op: isEmptied ? 'all' : op, rules };
  return { definition: { version: 1, entity: draft.entity, root }, omitted };
}
