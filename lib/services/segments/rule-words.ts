import type { Connection } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import type { FieldGroup, RootEntity, Rule, SegmentDefinition } from '#lib/rules/ast.ts';
import { compareDefinitions } from '#lib/rules/compare.ts';
import { type DescribeContext, describeConditionOfOne, describeTokens } from '#lib/rules/describe.ts';
import type { RuleChange, Words } from '#lib/shared/segment-shapes.ts';

/** What sentences about rules need; relative dates stay as they were written, because a version outlives today. */
export function describeContext(connection: Connection): DescribeContext {
  return { catalog: loadCatalog(connection), currency: workspaceSettings(connection).currency };
}

/** The rule as one English sentence, in pieces. */
export function describeRule(definition: SegmentDefinition, context: DescribeContext): Words {
  return describeTokens(definition, context);
}

/** What changed between two versions, condition by condition, in words. */
export function ruleChanges(
  before: SegmentDefinition,
  after: SegmentDefinition,
  context: DescribeContext,
): RuleChange[] {
  return compareDefinitions(before, after, context).map(({ kind, text }) => ({ kind, words: text }));
}

/** One condition as it is said of one record, for labels beside an answer. */
export function conditionWords(
  rule: Exclude<Rule | FieldGroup, { kind: 'group' }>,
  entity: RootEntity,
  context: DescribeContext,
): string {
  return describeConditionOfOne(rule, entity, context);
}
