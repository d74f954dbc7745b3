import type { Rule, SegmentDefinition } from '#lib/rules/ast.ts';
import { describeConditionTokens, type DescribeContext } from '#lib/rules/describe.ts';
import { toText } from '#lib/rules/describe/phrase.ts';

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** The condition that a pointer into the definition names or lies in, in words; null for a group. */
export function conditionAt(
  definition: SegmentDefinition,
  path: string,
  words: DescribeContext,
): string | null {
  let at: unknown = definition;
  let found: Rule | null = null;
  for (const step of path.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null) break;
    at = (at as Record<string, unknown>)[step];
    if (isRule(at)) found = at;
    // A row's own conditions read only within the whole.
    if (found?.kind === 'related') break;
  }
  if (!found || found.kind === 'group') return null;
  return toText(describeConditionTokens(found, definition.entity, words));
}
